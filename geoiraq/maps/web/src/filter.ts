// What of the data is asked for: one value, and pure functions of it.

import { LAYERS, NONE, type Incidents, type Layer, type Words } from "./data.ts";
import { seek } from "./search.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Time } from "./selection.ts";

/** Columns of which one value can be chosen. */
export const FACETS = ["type", "actor", "target", "basis"] as const;
export type Facet = (typeof FACETS)[number];

export interface Filter extends Time {
  layers: ReadonlySet<Layer>;
  bases: boolean;
  /** Words to be found in names, places and reports. */
  text: string;
  /** The one value that is asked for; not there: any. */
  facets: Readonly<Partial<Record<Facet, string>>>;
  /** Id of the one document that is asked for; empty: any. */
  document: string;
  killed: { least: number | null; most: number | null };
}

export const EVERYTHING: Filter = {
  layers: new Set(LAYERS), bases: true, undated: true, window: null,
  text: "", facets: {}, document: "", killed: { least: null, most: null },
};

export function toggled(layers: ReadonlySet<Layer>, layer: Layer, on: boolean): ReadonlySet<Layer> {
  const next = new Set(layers);
  if (on) next.add(layer);
  else next.delete(layer);
  return next;
}

/** Whether the two differ in time, or in what is drawn beside the incidents, alone. */
export function sameQuestion(a: Filter, b: Filter): boolean {
  return a.layers === b.layers && a.text === b.text && a.facets === b.facets && a.document === b.document && a.killed === b.killed;
}

/** How many filters are set in the panel's fold, apart from layers, time and search. */
export function filtersSet({ facets, document, killed }: Filter): number {
  return FACETS.filter((facet) => facets[facet] !== undefined).length + Number(document !== "") + Number(killed.least !== null || killed.most !== null);
}

/** One a row: 1 where all that is asked, time aside, lets it pass; words are looked for once the index is ready. */
export function asked(incidents: Incidents, filter: Filter, index: SearchIndex | null = null): Uint8Array {
  const passing = new Uint8Array(incidents.count).fill(1);
  byLayer(passing, incidents, filter.layers);
  for (const facet of FACETS) {
    const value = filter.facets[facet];
    if (value !== undefined) byWord(passing, incidents.words[facet], value);
  }
  if (filter.document !== "") {
    const wanted = incidents.documents.findIndex((document) => document.id === filter.document);
    keep(passing, (row) => hasDocument(incidents, row, wanted));
  }
  const { least, most } = filter.killed;
  if (least !== null || most !== null) keep(passing, (row) => isKilled(incidents, row, least ?? 0, most ?? Infinity));
  if (index?.isReady) for (const word of seek(filter.text)) index.keep(passing, word);
  return passing;
}

function keep(passing: Uint8Array, test: (row: number) => boolean): void {
  for (let row = 0; row < passing.length; row++) if (passing[row] && !test(row)) passing[row] = 0;
}

function byLayer(passing: Uint8Array, { layer }: Incidents, layers: ReadonlySet<Layer>): void {
  if (layers.size === LAYERS.length) return;
  const on = Uint8Array.from(LAYERS, (name) => Number(layers.has(name)));
  for (let row = 0; row < passing.length; row++) passing[row]! &= on[layer[row]!]!;
}

function byWord(passing: Uint8Array, words: Words, value: string): void {
  const wanted = codeOf(words, value);
  const { codes } = words;
  for (let row = 0; row < passing.length; row++) if (codes[row] !== wanted) passing[row] = 0;
}

function codeOf(words: Words, value: string): number {
  for (let code = 0; code < words.size; code++) if (words.word(code) === value) return code;
  return -1;
}

function hasDocument({ told, firstReport }: Incidents, row: number, wanted: number): boolean {
  for (let report = firstReport[row]!; report < firstReport[row + 1]!; report++) if (told[report] === wanted) return true;
  return false;
}

/** By the best number, else the lowest, else the highest; where none is said, nothing can be said of it. */
function isKilled({ numbers: { best, low, high } }: Incidents, row: number, least: number, most: number): boolean {
  const n = best[row] !== NONE ? best[row]! : low[row] !== NONE ? low[row]! : high[row]!;
  return n !== NONE && n >= least && n <= most;
}
