// The panel beside the map (on a phone: the sheet that pulls up): title, switches, the incidents, the sources.

import { LAYERS, NONE, type Incident, type Incidents, type Layer, type Page } from "./data.ts";
import { h, link, said } from "./dom.ts";
import { toggled, type Filter } from "./filter.ts";
import { incidentCard, MOST_ROWS, row } from "./popup.ts";
import { baseSymbol, ring, symbol } from "./symbols.ts";
import type { Selection } from "./selection.ts";
import { PHONE } from "./sheet.ts";
import { LAYER_NAMES, whyUnplaced } from "./words.ts";

export interface PanelEvents {
  change: (change: Partial<Filter>) => void;
  choose: (incident: Incident) => void;
}

export class Panel {
  readonly element: HTMLElement;
  private readonly counts = new Map<Layer, HTMLElement>();
  private readonly boxes = new Map<Layer, HTMLInputElement>();
  private readonly summary = h("p", { class: "summary", "aria-live": "polite" });
  private readonly placed = h("ul", { class: "rows" });
  private readonly unplaced = h("ul", { class: "rows" });
  private readonly unplacedSection: HTMLElement;
  private readonly placedHeading = h("h2");
  private readonly page: Page;
  private readonly events: PanelEvents;
  private layers: ReadonlySet<Layer> = new Set(LAYERS);

  constructor(page: Page, events: PanelEvents) {
    this.page = page;
    this.events = events;
    this.unplacedSection = h(
      "section",
      { class: "unplaced" },
      h("h2", {}, "Not on the map"),
      h("p", { class: "aside" }, "Reported, but not placed well enough for a mark."),
      this.unplaced,
    );
    const content = h(
      "div",
      { class: "panel-content" },
      this.switches(),
      h("section", {}, this.placedHeading, this.placed),
      this.unplacedSection,
      sources(page),
    );
    this.element = h("section", { class: "panel", "aria-label": "Incidents" }, this.header(), content);
  }

  show(filter: Filter, selection: Selection): void {
    this.layers = filter.layers;
    const all = this.page.incidents;
    const timely = countByLayer(all, selection.timely);
    for (const [layer, element] of this.counts) element.textContent = timely[LAYERS.indexOf(layer)]!.toLocaleString("en");
    for (const [layer, box] of this.boxes) box.checked = filter.layers.has(layer);
    const inOrder = selection.rows.slice().sort(byDate(all));
    const on = inOrder.filter((row) => all.isPlaced(row));
    const off = inOrder.filter((row) => !all.isPlaced(row));
    this.summary.textContent = summary(inOrder.length, all.count, this.page.documents.length);
    this.placedHeading.textContent = `On the map (${on.length.toLocaleString("en")})`;
    fill(this.placed, on, all, (incident) => row(incident, () => this.events.choose(incident)));
    fill(this.unplaced, off, all, unplacedRow);
    this.unplacedSection.hidden = off.length === 0;
  }

  private header(): HTMLElement {
    const fold = h("button", { type: "button", class: "fold", "aria-expanded": "true", "aria-label": "Show or hide the list" });
    const header = h(
      "header",
      { class: "panel-header" },
      h("div", { class: "panel-title" }, h("h1", { dir: "auto" }, this.page.title),
        this.page.subtitle !== "" && h("p", { class: "subtitle", dir: "auto" }, this.page.subtitle), this.summary),
      fold,
    );
    return header;
  }

  private switches(): HTMLElement {
    const present = countByLayer(this.page.incidents);
    const rows = LAYERS.filter((_, l) => present[l]! > 0).map((layer) => this.switch(layer));
    if (this.page.bases.length > 0) rows.push(this.baseSwitch());
    return h("section", { class: "switches", role: "group", "aria-label": "Layers" }, ...rows);
  }

  private switch(layer: Layer): HTMLElement {
    const box = h("input", { type: "checkbox", checked: true, "data-layer": layer });
    const count = h("span", { class: "count" });
    box.addEventListener("change", () => this.events.change({ layers: toggled(this.layers, layer, box.checked) }));
    this.counts.set(layer, count);
    this.boxes.set(layer, box);
    return h("label", { class: "switch" }, box, symbol(layer, false, 20), h("span", {}, LAYER_NAMES[layer][1]), count);
  }

  private baseSwitch(): HTMLElement {
    const box = h("input", { type: "checkbox", checked: true, "data-layer": "bases" });
    box.addEventListener("change", () => this.events.change({ bases: box.checked }));
    const count = h("span", { class: "count" }, this.page.bases.length.toLocaleString("en"));
    return h("label", { class: "switch" }, box, baseSymbol(16), h("span", {}, "Bases"), count);
  }
}

/** How many there are of each layer; of those marked alone, where any are. */
function countByLayer(incidents: Incidents, marked?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(LAYERS.length);
  for (let row = 0; row < incidents.count; row++) counts[incidents.layer[row]!]! += marked?.[row] ?? 1;
  return counts;
}

function fill(list: HTMLElement, shown: Uint32Array, all: Incidents, item: (incident: Incident) => HTMLElement): void {
  const rows = Array.from(shown.subarray(0, MOST_ROWS), (row) => item(all.read(row)));
  const more = shown.length - rows.length;
  list.replaceChildren(...rows, ...(more > 0 ? [h("li", { class: "aside" }, `and ${more.toLocaleString("en")} more`)] : []));
}

/** What has no place on the map unfolds in the list. */
function unplacedRow(incident: Incident): HTMLElement {
  const item = row(incident, () => {
    const card = item.querySelector(".card");
    if (card) card.remove();
    else item.append(incidentCard(incident, null));
    item.querySelector(".row")!.setAttribute("aria-expanded", String(!card));
  }, whyUnplaced(incident));
  item.querySelector(".row")!.setAttribute("aria-expanded", "false");
  return item;
}

function byDate({ numbers: { start, end } }: Incidents): (a: number, b: number) => number {
  const day = (row: number): number => [start[row]!, end[row]!].find((day) => day !== NONE) ?? Number.MAX_VALUE;
  return (a, b) => day(a) - day(b) || a - b;
}

function summary(shown: number, all: number, documents: number): string {
  const incidents = shown === all ? counted(all, "incident") : `${shown.toLocaleString("en")} of ${counted(all, "incident")}`;
  return documents > 0 ? `${incidents} from ${counted(documents, "document")}` : incidents;
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
}

function sources(page: Page): HTMLElement {
  const documents = page.documents.map((d) =>
    h("li", { dir: "auto" }, link(d.url, said(d.title || d.id)) ?? said(d.title || d.id), d.publisher !== "" && ", ", d.publisher !== "" && said(d.publisher)),
  );
  const data = page.sources.map((s) => h("li", {}, s.what, ": ", link(s.url, s.name) ?? s.name, ` (${s.licence})`));
  return h(
    "section",
    { class: "sources" },
    documents.length > 0 && h("h2", {}, "Documents"),
    documents.length > 0 && h("ul", {}, ...documents),
    h("h2", {}, "Sources of the map"),
    h("ul", {}, ...data),
    h("p", { class: "aside" }, `Made with geoiraq ${page.version}, gazetteer ${page.gazetteer}.`),
  );
}

/** How to read the marks; stands in the map's corner. */
export function legend(page: Page): HTMLElement {
  const some = ring({ attack: 2, withdrawal: 1, deployment: 0, protest: 1, arrest: 0, other: 0 });
  const rows: [Element, string][] = [
    [symbol("other", false, 18), "place known"],
    [symbol("other", true, 18), "somewhere in the hatched area"],
    [some, "several: choose to list them"],
  ];
  if (page.bases.length > 0) rows.push([baseSymbol(14), "base"]);
  const present = countByLayer(page.incidents);
  const layers = LAYERS.filter((_, l) => present[l]! > 0);
  return h(
    "details",
    { class: "legend", open: !window.matchMedia(PHONE).matches },
    h("summary", {}, "Legend"),
    h("ul", { class: "legend-layers" }, ...layers.map((layer) => h("li", {}, symbol(layer, false, 18), LAYER_NAMES[layer][0]))),
    h("ul", {}, ...rows.map(([sign, text]) => h("li", {}, sign, text))),
    h("p", {}, "Larger marks: more killed."),
  );
}
