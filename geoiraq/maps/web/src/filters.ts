// The filters that unfold in the panel: each a choice among what there is, with how many incidents it would show; what is
// chosen stands beneath, to be taken back.

import { NONE, type Page } from "./data.ts";
import { clipped, h } from "./dom.ts";
import { asked, FACETS, filtersSet, type Facet, type Filter } from "./filter.ts";
import { number, order, say, term } from "./language.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Selection } from "./selection.ts";
import { BASES, basisName } from "./words.ts";

/** More choices than these nobody reads: the search finds the others. */
const MOST_CHOICES = 300;
/** A label longer than this is cut. */
const LONGEST_LABEL = 60;

type Change = (change: Partial<Filter>) => void;
/** What can be chosen of. */
type Choice = Facet | "document";
/** Value -> how many incidents it would show. */
type Counts = Map<string, number>;

export class Filters {
  readonly element: HTMLDetailsElement;
  private readonly state = h("span", { class: "count" });
  private readonly clear = h("button", { type: "button", class: "quiet" }, say("filters.clear"));
  private readonly choices = new Map<Choice, { select: HTMLSelectElement; chosen: HTMLElement }>();
  private readonly change: Change;
  private readonly least = numberField("filter.killed.from");
  private readonly most = numberField("filter.killed.to");
  private readonly page: Page;
  private readonly index: SearchIndex;
  private filter!: Filter;
  private selection!: Selection;
  private counted = "";

  constructor(page: Page, index: SearchIndex, change: Change) {
    this.page = page;
    this.index = index;
    this.change = change;
    const fields = [...FACETS.filter((facet) => page.incidents.words[facet].size > 2 || (facet === "basis" && page.incidents.words.basis.size > 1)), "document" as const]
      .filter((facet) => facet !== "document" || page.documents.length > 1)
      .map((facet) => this.choice(facet));
    if (page.incidents.numbers.best.some((n) => n !== NONE)) fields.push(this.killed(change));
    this.clear.addEventListener("click", () => change({ facets: {}, documents: [], killed: { least: null, most: null } }));
    this.element = h("details", { class: "filters", hidden: fields.length === 0 },
      h("summary", {}, say("filters"), this.state), h("div", { class: "fields" }, ...fields, this.clear));
    this.element.addEventListener("toggle", () => this.count());
  }

  show(filter: Filter, selection: Selection): void {
    this.filter = filter;
    this.selection = selection;
    const set = filtersSet(filter);
    this.state.textContent = set > 0 ? say("filters.active", { n: set }) : "";
    this.clear.hidden = set === 0;
    if (document.activeElement !== this.least) this.least.value = String(filter.killed.least ?? "");
    if (document.activeElement !== this.most) this.most.value = String(filter.killed.most ?? "");
    this.counted = "";
    this.count();
  }

  private choice(facet: Choice): HTMLElement {
    const select = h("select", { "data-facet": facet });
    select.addEventListener("change", () => this.choose(facet, [...this.chosen(facet), select.value]));
    const chosen = h("ul", { class: "chosen-values", "aria-label": say(`filter.${facet}`) });
    this.choices.set(facet, { select, chosen });
    return h("div", {}, h("label", { class: "field" }, h("span", {}, say(`filter.${facet}`)), select), chosen);
  }

  private chosen(facet: Choice): readonly string[] {
    return facet === "document" ? this.filter.documents : (this.filter.facets[facet] ?? []);
  }

  private choose(facet: Choice, values: readonly string[]): void {
    if (facet === "document") return this.change({ documents: values });
    const { [facet]: _, ...others } = this.filter.facets;
    this.change({ facets: values.length === 0 ? others : { ...others, [facet]: values } });
  }

  private killed(change: Change): HTMLElement {
    const read = (field: HTMLInputElement): number | null => (field.value === "" || !field.checkValidity() ? null : Number(field.value));
    const changed = (): void => change({ killed: { least: read(this.least), most: read(this.most) } });
    for (const field of [this.least, this.most]) field.addEventListener("input", changed);
    return h("div", { class: "field", role: "group", "aria-label": say("filter.killed") },
      h("span", {}, say("filter.killed")), h("div", { class: "pair" },
        h("label", {}, say("filter.killed.from"), this.least), h("label", {}, say("filter.killed.to"), this.most)));
  }

  /** Count what each choice would show: only while the choices can be seen, for it takes a pass over the table each. */
  private count(): void {
    if (!this.element.open || this.counted !== "") return;
    this.counted = "done";
    for (const [facet, { select, chosen }] of this.choices) {
      const counts = facet === "document" ? this.countDocuments() : this.countWords(facet);
      const label = (value: string): string => `${clipped(this.label(facet, value), LONGEST_LABEL)} (${number(counts.get(value) ?? 0)})`;
      const values = this.chosen(facet);
      select.replaceChildren(...options(facet, counts, values, label));
      chosen.replaceChildren(...values.map((value) => this.chip(facet, value, label(value), select)));
      chosen.hidden = values.length === 0;
    }
  }

  /** One that is chosen; a press takes it back. */
  private chip(facet: Choice, value: string, label: string, select: HTMLElement): HTMLElement {
    const button = h("button", { type: "button", class: "chip", "aria-label": say("filter.remove", { value: label }) },
      h("span", { dir: "auto" }, label), h("span", { "aria-hidden": "true" }, "×"));
    button.addEventListener("click", () => {
      this.choose(facet, this.chosen(facet).filter((other) => other !== value));
      select.focus();
    });
    return h("li", {}, button);
  }

  private countWords(facet: Facet): Counts {
    const { words } = this.page.incidents;
    const { [facet]: _, ...facets } = this.filter.facets;
    const column = words[facet];
    const totals = new Uint32Array(column.size);
    this.each({ ...this.filter, facets }, (row) => totals[column.codes[row]!]!++);
    return counts(column.size, 1, (code) => column.word(code), totals);
  }

  private countDocuments(): Counts {
    const { incidents, documents } = this.page;
    const totals = new Uint32Array(documents.length);
    const { told, firstReport } = incidents;
    this.each({ ...this.filter, documents: [] }, (row) => {
      for (let report = firstReport[row]!; report < firstReport[row + 1]!; report++) totals[told[report]!]!++;
    });
    return counts(documents.length, 0, (code) => documents[code]!.id, totals);
  }

  private each(filter: Filter, visit: (row: number) => void): void {
    const passing = asked(this.page.incidents, filter, this.index);
    const { timely } = this.selection;
    for (let row = 0; row < passing.length; row++) if (passing[row]! & timely[row]!) visit(row);
  }

  private label(facet: Choice, value: string): string {
    if (facet === "basis") return basisName(value);
    if (facet === "type") return term(value);
    if (facet !== "document") return value;
    return this.page.documents.find((document) => document.id === value)?.title || value;
  }
}

function counts(size: number, first: number, value: (code: number) => string, totals: Uint32Array): Counts {
  const found: Counts = new Map();
  for (let code = first; code < size; code++) if (totals[code]! > 0) found.set(value(code), totals[code]!);
  return found;
}

function options(facet: Choice, counts: Counts, chosen: readonly string[], label: (value: string) => string): HTMLOptionElement[] {
  const others = [...counts].filter(([value]) => !chosen.includes(value));
  const listed = others.sort(([, a], [, b]) => b - a).slice(0, MOST_CHOICES).map(([value]) => ({ value, name: label(value) }));
  const rank = (value: string): number => BASES.findIndex((basis) => basis === value);
  listed.sort((a, b) => (facet === "basis" ? rank(a.value) - rank(b.value) : order().compare(a.name, b.name)));
  const rest = others.length - listed.length;
  return [
    h("option", { value: "" }, say(chosen.length === 0 ? "filter.any" : "filter.another")),
    ...listed.map(({ value, name }) => h("option", { value, dir: "auto" }, name)),
    ...(rest > 0 ? [h("option", { disabled: true }, say("filter.rest", { n: rest }))] : []),
  ];
}

function numberField(key: "filter.killed.from" | "filter.killed.to"): HTMLInputElement {
  return h("input", { type: "number", min: 0, max: 999_999, inputmode: "numeric", "data-field": key });
}
