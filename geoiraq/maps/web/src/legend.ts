// How to read the marks; stands in the map's corner.

import { LAYERS, type Page } from "./data.ts";
import { h } from "./dom.ts";
import { direction, say } from "./language.ts";
import { areaSymbol, baseSymbol, ring, symbol } from "./symbols.ts";
import { layerName } from "./words.ts";

/** Where it covers little of the map when it stands open. */
const ROOMY = "(min-width: 1000px) and (min-height: 640px)";

export function legend(page: Page): HTMLElement {
  const some = ring({ attack: 2, withdrawal: 1, deployment: 0, protest: 1, arrest: 0, other: 0 });
  const rows: [Element, string][] = [
    [symbol("other", false, 18), say("legend.point")],
    [areaSymbol(), say("legend.area")],
    [some, say("legend.several")],
  ];
  if (page.bases.length > 0) rows.push([baseSymbol(14), say("legend.base")]);
  if (page.bases.some(({ presence }) => presence.length > 0)) rows.push([baseSymbol(14, true), say("legend.base.left")]);
  const present = new Set(page.incidents.layer);
  const layers = LAYERS.filter((_, i) => present.has(i));
  return h(
    "details",
    { class: "legend", dir: direction(), open: window.matchMedia(ROOMY).matches },
    h("summary", {}, say("legend")),
    h("ul", { class: "legend-layers" }, ...layers.map((layer) => h("li", {}, symbol(layer, false, 18), layerName(layer)))),
    h("ul", {}, ...rows.map(([sign, text]) => h("li", {}, sign, text))),
    h("p", {}, say("legend.size")),
  );
}
