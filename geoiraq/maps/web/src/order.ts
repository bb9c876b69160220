// In what order incidents are listed: by date, by place or by how many were killed; what says nothing comes last.

import { NONE, type Incidents } from "./data.ts";
import { order as collator } from "./language.ts";

export const SORTS = ["when", "where", "killed"] as const;
export type SortKey = (typeof SORTS)[number];

export interface Sort {
  key: SortKey;
  down: boolean;
}

export const BY_DATE: Sort = { key: "when", down: false };

/** More names than these are ordered by their letters' codes: a language's own order takes too long. */
const MOST_COLLATED = 50_000;
const NOTHING = Infinity;

/** All rows in that order. */
export function ordered(incidents: Incidents, { key, down }: Sort): Uint32Array {
  const ranks = RANKS[key](incidents);
  let [least, most] = [Infinity, -Infinity];
  for (const rank of ranks) {
    if (rank === NOTHING) continue;
    if (rank < least) least = rank;
    if (rank > most) most = rank;
  }
  // Rank and row in one number, which sorts a million rows in a tenth of a second and keeps ties in the table's order.
  const { count } = incidents;
  const keys = ranks.map((rank, row) => {
    const place = rank === NOTHING ? most - least + 1 : down ? most - rank : rank - least;
    return (Number.isFinite(place) ? place : 0) * count + row;
  });
  return Uint32Array.from(keys.sort(), (key) => key % count);
}

/** Of the rows in order, those that are shown. */
export function shownOf(order: Uint32Array, shown: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(order.length);
  let n = 0;
  for (let i = 0; i < order.length; i++) {
    if (shown(order[i]!)) rows[n++] = order[i]!;
  }
  return rows.subarray(0, n);
}

const RANKS: Record<SortKey, (incidents: Incidents) => Float64Array> = {
  when: ({ count, numbers: { start, end } }) => ranked(count, (row) => (start[row] !== NONE ? start[row]! : end[row]!)),
  killed: ({ count, numbers: { best, low, high } }) =>
    ranked(count, (row) => [best[row]!, low[row]!, high[row]!].find((n) => n !== NONE) ?? NONE),
  where: byPlace,
};

function ranked(count: number, value: (row: number) => number): Float64Array {
  return new Float64Array(count).map((_, row) => {
    const found = value(row);
    return found === NONE ? NOTHING : found;
  });
}

function byPlace({ count, words: { place, toponym, basis } }: Incidents): Float64Array {
  const names = new Map<string, number>();
  for (const words of [place, toponym]) {
    for (let code = 1; code < words.size; code++) names.set(words.word(code), 0);
  }
  const compare = names.size > MOST_COLLATED ? undefined : collator().compare;
  [...names.keys()].sort(compare).forEach((name, rank) => names.set(name, rank));
  const [places, toponyms] = [place, toponym].map((words) =>
    Float64Array.from({ length: words.size }, (_, code) => (code === 0 ? NOTHING : names.get(words.word(code))!)),
  ) as [Float64Array, Float64Array];
  const asWritten = Array.from({ length: basis.size }, (_, code) => ["relative", "between"].includes(basis.word(code)));
  return new Float64Array(count).map((_, row) => {
    const [named, written] = [places[place.codes[row]!]!, toponyms[toponym.codes[row]!]!];
    const [first, second] = asWritten[basis.codes[row]!] ? [written, named] : [named, written];
    return first === NOTHING ? second : first;
  });
}
