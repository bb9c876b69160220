// A shape and a colour for every layer: the shape alone tells them apart, in grey print and to any eye.

import { LAYERS, type Layer } from "./data.ts";
import { svg } from "./dom.ts";
import { digits } from "./language.ts";
import palette from "./palette.json" with { type: "json" };

/** Paths in a box from -10 to 10; the figure for paper has the same. */
export const PATHS = Object.fromEntries(LAYERS.map((layer) => [layer, palette.layers[layer].path])) as Record<Layer, string>;

/** The symbol of a layer; hollow where the place is only roughly known. */
export function symbol(layer: Layer, hollow: boolean, size: number): SVGSVGElement {
  const path = svg("path", { d: PATHS[layer], class: `shape layer-${layer}${hollow ? " hollow" : ""}` });
  return svg("svg", { viewBox: "-11.5 -11.5 23 23", width: size, height: size, "aria-hidden": "true" }, path);
}

/** A base as it was on the day: the stylesheet tells the states apart by `data-state` of whatever holds the symbol. */
export function baseSymbol(size: number): SVGSVGElement {
  const path = svg("path", { d: "M-6 -6 H6 V6 H-6 Z", class: "shape base" });
  return svg("svg", { viewBox: "-9 -9 18 18", width: size, height: size, "aria-hidden": "true" }, path);
}

/** The way of a force that left. */
export function journeySymbol(): SVGSVGElement {
  const path = svg("path", { d: "M-10 5 Q0 -7 9 1 M2.5 1.5 L9.5 1.5 L9 -5.5", class: "journey layer-withdrawal" });
  return svg("svg", { viewBox: "-12 -10 24 20", width: 18, height: 15, "aria-hidden": "true" }, path);
}

/** The tag of an area, in which the places are only roughly known. */
export function areaSymbol(): SVGSVGElement {
  const tag = svg("rect", { x: -13, y: -10, width: 26, height: 20, rx: 10, class: "tag" });
  const path = svg("path", { d: PATHS.other, transform: "scale(0.6)", class: "shape layer-other hollow" });
  return svg("svg", { viewBox: "-14 -14 28 28", width: 18, height: 18, "aria-hidden": "true" }, tag, path);
}

/** Larger for more killed, by area; never so large that it hides a province. */
export function markSize(deaths: number): number {
  return Math.round(21 + Math.min(19, 2.6 * Math.sqrt(deaths)));
}

/** Several incidents in one place: how many, and in a ring of what layers they are. */
export function ring(counts: Record<Layer, number>): SVGSVGElement {
  const total = LAYERS.reduce((sum, layer) => sum + counts[layer], 0);
  const size = ringSize(total);
  const radius = 15.5;
  const around = 2 * Math.PI * radius;
  const parts: SVGElement[] = [svg("circle", { r: 19.5, class: "ring-ground" })];
  let before = 0;
  for (const layer of LAYERS.filter((layer) => counts[layer] > 0)) {
    const length = (counts[layer] / total) * around;
    const gap = length < around ? 1.2 : 0;
    parts.push(
      svg("circle", {
        r: radius,
        class: `ring-part layer-${layer}`,
        "stroke-dasharray": `${Math.max(length - gap, 0.8).toFixed(2)} ${around.toFixed(2)}`,
        "stroke-dashoffset": (-before).toFixed(2),
        transform: "rotate(-90)",
      }),
    );
    before += length;
  }
  const written = digits(total);
  const look = { class: "ring-count", "text-anchor": "middle", dy: "0.36em", "font-size": [14, 14, 14, 12.5, 10][written.length] ?? 8 };
  parts.push(svg("text", look, written));
  return svg("svg", { viewBox: "-21 -21 42 42", width: size, height: size, "aria-hidden": "true" }, ...parts);
}

export function ringSize(total: number): number {
  return Math.round(32 + Math.min(32, 2 * Math.log2(total / 2)));
}
