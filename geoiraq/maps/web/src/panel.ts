// The panel beside the map (on a phone: the sheet that pulls up): what it is, what is asked, what is found, whence.

import type { Listed } from "./address.ts";
import { LAYERS, NONE, type Layer, type Page } from "./data.ts";
import { h } from "./dom.ts";
import { asked, EVERYTHING, sameQuestion, toggled, type Filter } from "./filter.ts";
import { Filters } from "./filters.ts";
import { number, say } from "./language.ts";
import { ordered, shownOf, type Sort, type SortKey } from "./order.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Selection } from "./selection.ts";
import { baseSymbol, symbol } from "./symbols.ts";
import { Table } from "./table.ts";
import { layersName } from "./words.ts";

/** How the incidents are listed; not what is asked. */
export interface Listing {
  sort: Sort;
  listed: Listed;
}

export interface PanelEvents {
  change: (change: Partial<Filter>) => void;
  list: (change: Partial<Listing>) => void;
  /** `row` is the incident's, in the data. */
  choose: (row: number) => void;
}

const MOST_IN_TWO_COLUMNS = 100_000;

export class Panel {
  readonly element: HTMLElement;
  readonly table: Table;
  private readonly counts = new Map<Layer, HTMLElement>();
  private readonly boxes = new Map<Layer | "bases", HTMLInputElement>();
  private readonly summary = h("p", { class: "summary", role: "status" });
  private readonly search = h("input", { type: "search", "aria-label": say("search.name"), placeholder: say("search.hint"), dir: "auto", autocomplete: "off", spellcheck: "false" });
  private readonly lists = new Map<Listed, { button: HTMLButtonElement; count: HTMLElement }>();
  private readonly filters: Filters;
  private readonly page: Page;
  private readonly index: SearchIndex;
  private readonly events: PanelEvents;
  private layers: ReadonlySet<Layer> = new Set(LAYERS);
  /** Whether some incidents are on the map and some are not. */
  private readonly isParted: boolean;
  private order: { sort: Sort; rows: Uint32Array } | null = null;
  private listing: Listing;
  /** The rows that would pass if all layers were on, and what was asked then. */
  private anyLayer: { filter: Filter; rows: Uint8Array } | null = null;

  constructor(page: Page, index: SearchIndex, listing: Listing, foot: HTMLElement, events: PanelEvents) {
    this.page = page;
    this.index = index;
    this.events = events;
    this.listing = listing;
    this.filters = new Filters(page, index, events.change);
    const { x } = page.incidents.numbers;
    this.isParted = x.includes(NONE) && x.some((place) => place !== NONE);
    const content = h("div", { class: "panel-content" });
    this.table = new Table(page.incidents, content, { sort: (key) => this.sort(key), choose: events.choose });
    const asking = h("section", { class: "asking" }, this.searchField(), this.switches(), this.filters.element);
    content.append(asking, h("section", { class: "list" }, this.tabs(), this.table.element));
    this.element = h("section", { class: "panel", "aria-label": say("panel.name") }, this.header(), content, foot);
  }

  show(filter: Filter, selection: Selection, listing: Listing): void {
    this.listing = listing;
    this.layers = filter.layers;
    this.list(selection);
    this.countLayers(filter, selection);
    for (const [layer, box] of this.boxes) box.checked = layer === "bases" ? filter.bases : filter.layers.has(layer);
    if (document.activeElement !== this.search) this.search.value = filter.text;
    this.summary.textContent = summary(selection.rows.length, this.page.incidents.count, this.page.documents.length);
    this.filters.show(filter, selection);
  }

  private list({ asked, timely, rows, placed }: Selection): void {
    const { sort } = this.listing;
    const listed = this.isParted ? this.listing.listed : "all";
    const { incidents } = this.page;
    if (this.order === null || this.order.sort.key !== sort.key || this.order.sort.down !== sort.down) {
      this.order = { sort, rows: ordered(incidents, sort) };
    }
    const wanted = (row: number): boolean => listed === "all" || incidents.isPlaced(row) === (listed === "placed");
    this.table.show(shownOf(this.order.rows, (row) => (asked[row]! & timely[row]!) !== 0 && wanted(row)), sort);
    const totals = { all: rows.length, placed, unplaced: rows.length - placed };
    for (const [name, { button, count }] of this.lists) {
      count.textContent = number(totals[name]);
      button.setAttribute("aria-pressed", String(name === listed));
    }
  }

  private sort(key: SortKey): void {
    const { sort } = this.listing;
    // A first click on deaths shows the deadliest; a second click on any column turns it round.
    this.events.list({ sort: { key, down: sort.key === key ? !sort.down : key === "killed" } });
  }

  private header(): HTMLElement {
    const { title, subtitle } = this.page;
    const fold = h("button", { type: "button", class: "fold", "aria-expanded": "true", "aria-label": say("panel.fold") });
    return h("header", { class: "panel-header" },
      h("div", { class: "panel-title" }, h("h1", { dir: "auto" }, title || say("title")), subtitle !== "" && h("p", { class: "subtitle", dir: "auto" }, subtitle), this.summary),
      fold);
  }

  private searchField(): HTMLElement {
    const waiting = h("p", { class: "aside", role: "status" });
    this.search.addEventListener("focus", () => void this.index.ready());
    this.search.addEventListener("input", () => {
      if (!this.index.isReady) waiting.textContent = say("search.waiting");
      void this.index.ready().then(() => {
        waiting.textContent = "";
        this.events.change({ text: this.search.value });
      });
    });
    return h("div", { class: "search", role: "search" }, this.search, waiting);
  }

  private switches(): HTMLElement {
    const present = new Set(this.page.incidents.layer);
    const rows = LAYERS.filter((_, i) => present.has(i)).map((layer) => this.layerSwitch(layer));
    if (this.page.bases.length > 0) rows.push(this.baseSwitch());
    const switches = h("div", { class: "switches", role: "group", "aria-label": say("panel.layers") }, ...rows);
    // Down one column, then the next; counts of many digits leave no room for a second.
    switches.style.setProperty("--lines", String(this.page.incidents.count < MOST_IN_TWO_COLUMNS ? Math.ceil(rows.length / 2) : rows.length));
    return switches;
  }

  private layerSwitch(layer: Layer): HTMLElement {
    const box = h("input", { type: "checkbox", checked: true, "data-layer": layer });
    const count = h("span", { class: "count" });
    box.addEventListener("change", () => this.events.change({ layers: toggled(this.layers, layer, box.checked) }));
    this.counts.set(layer, count);
    this.boxes.set(layer, box);
    return h("label", { class: "switch" }, box, symbol(layer, false, 20), h("span", {}, layersName(layer)), count);
  }

  private baseSwitch(): HTMLElement {
    const box = h("input", { type: "checkbox", checked: true, "data-layer": "bases" });
    box.addEventListener("change", () => this.events.change({ bases: box.checked }));
    this.boxes.set("bases", box);
    const count = h("span", { class: "count" }, number(this.page.bases.length));
    return h("label", { class: "switch" }, box, baseSymbol(16), h("span", {}, layersName("bases")), count);
  }

  /** How many there would be of each layer if it were on: all else that is asked decides. */
  private countLayers(filter: Filter, { asked: passing, timely }: Selection): void {
    if (this.anyLayer === null || !sameQuestion(this.anyLayer.filter, filter)) {
      const isAll = filter.layers.size === LAYERS.length;
      const rows = isAll ? passing : asked(this.page.incidents, { ...filter, layers: EVERYTHING.layers }, this.index);
      this.anyLayer = { filter, rows };
    }
    const { layer } = this.page.incidents;
    const { rows } = this.anyLayer;
    const totals = new Uint32Array(LAYERS.length);
    for (let row = 0; row < layer.length; row++) totals[layer[row]!]! += rows[row]! & timely[row]!;
    for (const [name, count] of this.counts) count.textContent = number(totals[LAYERS.indexOf(name)]!);
  }

  private tabs(): HTMLElement {
    const tab = (name: Listed): HTMLElement => {
      const count = h("span", { class: "count" });
      const button = h("button", { type: "button", class: "tab", "data-list": name }, say(`list.${name}`), " ", count);
      button.addEventListener("click", () => this.events.list({ listed: name }));
      this.lists.set(name, { button, count });
      return button;
    };
    return h("div", { class: "tabs", role: "group", "aria-label": say("list.which"), hidden: !this.isParted }, tab("all"), tab("placed"), tab("unplaced"));
  }
}

function summary(shown: number, all: number, documents: number): string {
  const incidents = shown === all ? say("summary.all", { n: all }) : say("summary.some", { shown, n: all });
  return documents > 0 ? `${incidents} ${say("summary.documents", { n: documents })}` : incidents;
}
