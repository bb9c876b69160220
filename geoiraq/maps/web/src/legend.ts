// How to read the marks; stands in the map's corner.

import { LAYERS, type Page } from "./data.ts";
import { h } from "./dom.ts";
import { direction, say } from "./language.ts";
import { areaSymbol, baseSymbol, journeySymbol, ring, symbol } from "./symbols.ts";
import { BASE_STATES, type BaseState } from "./state.ts";
import type { Day } from "./time.ts";
import { dayInWords, layerName } from "./words.ts";

/** Where it covers little of the map when it stands open. */
const ROOMY = "(min-width: 1000px) and (min-height: 640px)";

export function legend(page: Page): HTMLElement {
  const some = ring({ attack: 2, withdrawal: 1, deployment: 0, protest: 1, arrest: 0, other: 0 });
  const open = h("span", { class: "on-screen" }, say("legend.open"));
  const rows: [Element, ...(Element | string)[]][] = [
    [symbol("other", false, 18), say("legend.point")],
    [areaSymbol(), say("legend.area")],
    [some, say("legend.several"), open],
  ];
  if (page.incidents.journeys().length > 0) rows.push([journeySymbol(), say("legend.journey")]);
  const present = new Set(page.incidents.layer);
  const layers = LAYERS.filter((_, i) => present.has(i));
  return h(
    "details",
    { class: "legend", dir: direction(), open: window.matchMedia(ROOMY).matches },
    h("summary", {}, say("legend")),
    h("ul", { class: "legend-layers" }, ...layers.map((layer) => h("li", {}, symbol(layer, false, 18), layerName(layer)))),
    h("ul", {}, ...rows.map((row) => h("li", {}, ...row))),
    h("p", {}, say("legend.size")),
    ...bases(page),
  );
}

/** The states of bases, of which the page says on which day they are shown; one sign where nothing is known of any. */
function bases(page: Page): HTMLElement[] {
  const row = (state: BaseState, text: string): HTMLElement => h("li", { "data-state": state }, baseSymbol(14), text);
  if (page.bases.length === 0) return [];
  if (page.bases.every(({ presence }) => presence.length === 0)) return [h("ul", { class: "legend-bases" }, row("unknown", say("legend.base")))];
  const states = BASE_STATES.map((state) => row(state, say(`legend.base.${state}`)));
  return [h("p", { class: "legend-day" }), h("ul", { class: "legend-bases" }, ...states)];
}

/** Say on which day the bases are shown; null: as they were last known. */
export function tellDay(key: HTMLElement, on: Day | null): void {
  const line = key.querySelector(".legend-day");
  if (line) line.textContent = on === null ? say("legend.bases.now") : say("legend.bases.on", { day: dayInWords(on, true) });
}
