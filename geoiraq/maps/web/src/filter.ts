// What of the data is asked for: one value, and pure functions of it.

import { LAYERS, NONE, type Incidents, type Layer, type Words } from "./data.ts";
import { seek } from "./search.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Time } from "./selection.ts";

/** Columns of which values can be chosen. */
export const FACETS = ["type", "actor", "target", "basis"] as const;
export type Facet = (typeof FACETS)[number];

export interface Filter extends Time {
  layers: ReadonlySet<Layer>;
  bases: boolean;
  /** Words to be found in names, places and reports. */
  text: string;
  /** The values that are asked for, of which a row has one; not there: any. */
  facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Ids of the documents that are asked for, one of which tells a row; none: any. */
  documents: readonly string[];
  killed: { least: number | null; most: number | null };
}

export const EVERYTHING: Filter = {
  layers: new Set(LAYERS), bases: true, undated: true, window: null,
  text: "", facets: {}, documents: [], killed: { least: null, most: null },
};

export function toggled(layers: ReadonlySet<Layer>, layer: Layer, on: boolean): ReadonlySet<Layer> {
  const next = new Set(layers);
  if (on) next.add(layer);
  else next.delete(layer);
  return next;
}

/** Whether the two differ in time, or in what is drawn beside the incidents, alone. */
export function sameQuestion(a: Filter, b: Filter): boolean {
  return a.layers === b.layers && a.text === b.text && a.facets === b.facets && a.documents === b.documents && a.killed === b.killed;
}

/** How many filters are set in the panel's fold, apart from layers, time and search. */
export function filtersSet({ facets, documents, killed }: Filter): number {
  return FACETS.filter((facet) => facets[facet] !== undefined).length + Number(documents.length > 0) + Number(killed.least !== null || killed.most !== null);
}

/** One a row: 1 where all that is asked, time aside, lets it pass; words are looked for once the index is ready. */
export function asked(incidents: Incidents, filter: Filter, index: SearchIndex | null = null): Uint8Array {
  const passing = new Uint8Array(incidents.count).fill(1);
  byLayer(passing, incidents, filter.layers);
  for (const facet of FACETS) {
    const values = filter.facets[facet];
    if (values !== undefined) byWord(passing, incidents.words[facet], new Set(values));
  }
  if (filter.documents.length > 0) byDocument(passing, incidents, new Set(filter.documents));
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

function byWord(passing: Uint8Array, words: Words, values: ReadonlySet<string>): void {
  const wanted = Uint8Array.from({ length: words.size }, (_, code) => Number(values.has(words.word(code))));
  for (let row = 0; row < passing.length; row++) passing[row]! &= wanted[words.codes[row]!]!;
}

function byDocument(passing: Uint8Array, { documents, told, firstReport }: Incidents, ids: ReadonlySet<string>): void {
  const wanted = documents.map(({ id }) => ids.has(id));
  keep(passing, (row) => {
    for (let report = firstReport[row]!; report < firstReport[row + 1]!; report++) if (wanted[told[report]!]) return true;
    return false;
  });
}

/** By the best number, else the lowest, else the highest; where none is said, nothing can be said of it. */
function isKilled({ numbers: { best, low, high } }: Incidents, row: number, least: number, most: number): boolean {
  const n = best[row] !== NONE ? best[row]! : low[row] !== NONE ? low[row]! : high[row]!;
  return n !== NONE && n >= least && n <= most;
}
