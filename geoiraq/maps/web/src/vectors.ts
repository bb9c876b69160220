// The marks as vectors, for paper: sharp at any size, and what lies beneath them stays beneath.

import { LAYERS, type Layer } from "./data.ts";
import { svg } from "./dom.ts";
import { brief, TAG_HEIGHT, tagWidth } from "./paint.ts";
import { PATHS, ring, symbol } from "./symbols.ts";

/** What of a mark is drawn. */
export interface Sign {
  x: number;
  y: number;
  width: number;
  layers: Uint32Array;
  kind: "symbol" | "ring" | "tag";
  /** From where a tag had to move aside; null where it stands in its place. */
  lead: { x: number; y: number } | null;
}

/** The same picture as the canvas has, in a drawing of that size. */
export function vectors(signs: Sign[], width: number, height: number): SVGSVGElement {
  const leads = signs.flatMap(({ x, y, lead }) =>
    lead === null ? [] : [svg("line", { class: "lead", x1: lead.x, y1: lead.y, x2: x, y2: y }), svg("circle", { class: "lead", cx: lead.x, cy: lead.y, r: 2 })]);
  return svg("svg", { class: "vectors", width, height, "aria-hidden": "true" }, ...leads, ...signs.map(placed));
}

function placed(sign: Sign): SVGElement {
  const { x, y, width, layers, kind } = sign;
  if (kind === "tag") return svg("g", { transform: `translate(${x} ${y})` }, ...tag(layers));
  const drawn = kind === "ring" ? ring(counts(layers)) : symbol(LAYERS[layers.findIndex((n) => n > 0)]!, false, width);
  drawn.setAttribute("x", String(x - width / 2));
  drawn.setAttribute("y", String(y - width / 2));
  return drawn;
}

function tag(layers: Uint32Array): SVGElement[] {
  const present = LAYERS.filter((_, layer) => layers[layer]! > 0);
  const total = layers.reduce((sum, n) => sum + n, 0);
  const width = tagWidth(layers);
  const from = 12 - width / 2;
  const colour = present.length === 1 ? ` layer-${present[0]}` : "";
  return [
    svg("rect", { x: -width / 2, y: -TAG_HEIGHT / 2, width, height: TAG_HEIGHT, rx: TAG_HEIGHT / 2, class: `tag${colour}` }),
    ...present.map((layer, i) => svg("path", { d: PATHS[layer], transform: `translate(${from + 13 * i}) scale(0.65)`, class: `shape layer-${layer} hollow` })),
    ...(total > 1 ? [svg("text", { x: from + 13 * present.length - 3, dy: "0.36em", "font-size": 12, class: "ring-count" }, brief(total))] : []),
  ];
}

function counts(layers: Uint32Array): Record<Layer, number> {
  return Object.fromEntries(LAYERS.map((layer, i) => [layer, layers[i]!])) as Record<Layer, number>;
}
