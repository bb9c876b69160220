// What is asked and how it is looked at, in the address: a view can be sent as a link.

import { LAYERS, type Layer } from "./data.ts";
import { EVERYTHING, FACETS, type Filter } from "./filter.ts";
import { isLanguage, type Language } from "./language.ts";
import { BY_DATE, SORTS, type Sort, type SortKey } from "./order.ts";
import { dayOf, isoOf, type Day } from "./time.ts";

export const LISTS = ["all", "placed", "unplaced"] as const;
/** Which of the incidents shown are listed. */
export type Listed = (typeof LISTS)[number];
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface Sight {
  latitude: number;
  longitude: number;
  zoom: number;
}

export interface State {
  filter: Filter;
  sort: Sort;
  listed: Listed;
  /** null: as the page opens. */
  sight: Sight | null;
  /** Id of the incident that is being read; empty: none. */
  open: string;
  /** null: as the page was written. */
  language: Language | null;
  theme: Theme;
}

export const START: State = {
  filter: EVERYTHING, sort: BY_DATE, listed: "all", sight: null, open: "", language: null, theme: "auto",
};

/** A link is of use only while it can be sent. */
const LONGEST = 300;

/** What differs from how the page opens, as the part of an address after its #; empty where nothing does. */
export function write({ filter, sort, listed, sight, open, language, theme }: State): string {
  const { layers, bases, undated, window, text, facets, documents, killed } = filter;
  const parts: [string, string | false | null | undefined][] = [
    ["layers", layers.size < LAYERS.length && [...LAYERS.filter((layer) => layers.has(layer))].join(",")],
    ["bases", !bases && "0"],
    ["undated", !undated && "0"],
    ["from", window && isoOf(window.start)],
    ["to", window && isoOf(window.end)],
    ["q", text !== "" && text],
    ...FACETS.flatMap((facet) => (facets[facet] ?? []).map((value): [string, string] => [facet, value])),
    ...documents.map((id): [string, string] => ["document", id]),
    ["killed", (killed.least !== null || killed.most !== null) && `${killed.least ?? ""}..${killed.most ?? ""}`],
    ["sort", (sort.key !== BY_DATE.key || sort.down !== BY_DATE.down) && `${sort.down ? "-" : ""}${sort.key}`],
    ["list", listed !== "all" && listed],
    ["at", sight && `${sight.latitude.toFixed(4)},${sight.longitude.toFixed(4)},${sight.zoom.toFixed(2)}`],
    ["open", open !== "" && open],
    ["language", language],
    ["colours", theme !== "auto" && theme],
  ];
  const said = new URLSearchParams();
  for (const [name, value] of parts) if (typeof value === "string" && value.length <= LONGEST) said.append(name, value);
  return said.toString();
}

/** Read such a part of an address; what cannot be read is left as the page opens. */
export function read(written: string): State {
  const said = new URLSearchParams(written.replace(/^#/, ""));
  const facets = FACETS.flatMap((facet) => (said.has(facet) ? [[facet, said.getAll(facet)]] : []));
  const filter: Filter = {
    ...EVERYTHING,
    layers: readLayers(said.get("layers")),
    bases: said.get("bases") !== "0",
    undated: said.get("undated") !== "0",
    window: readWindow(said.get("from"), said.get("to")),
    text: said.get("q") ?? "",
    facets: Object.fromEntries(facets) as Filter["facets"],
    documents: said.has("document") ? said.getAll("document") : EVERYTHING.documents,
    killed: readKilled(said.get("killed")),
  };
  const language = said.get("language");
  return {
    filter,
    sort: readSort(said.get("sort")),
    listed: oneOf(LISTS, said.get("list")) ?? START.listed,
    sight: readSight(said.get("at")),
    open: said.get("open") ?? "",
    language: isLanguage(language) ? language : null,
    theme: oneOf(THEMES, said.get("colours")) ?? START.theme,
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((one) => one === value);
}

function readLayers(value: string | null): ReadonlySet<Layer> {
  if (value === null) return EVERYTHING.layers;
  const named = value.split(",");
  return new Set(LAYERS.filter((layer) => named.includes(layer)));
}

function readWindow(from: string | null, to: string | null): Filter["window"] {
  const [start, end] = [readDay(from), readDay(to)];
  return start === null || end === null || start > end ? null : { start, end };
}

function readDay(value: string | null): Day | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const day = dayOf(value);
  return isoOf(day) === value ? day : null;
}

function readKilled(value: string | null): Filter["killed"] {
  const [least, most] = (/^(\d{0,9})\.\.(\d{0,9})$/.exec(value ?? "") ?? []).slice(1).map((n) => (n === "" ? null : Number(n)));
  return least == null && most == null ? EVERYTHING.killed : { least: least ?? null, most: most ?? null };
}

function readSort(value: string | null): Sort {
  const key = oneOf<SortKey>(SORTS, value?.replace(/^-/, "") ?? null);
  return key === undefined ? BY_DATE : { key, down: value!.startsWith("-") };
}

function readSight(value: string | null): Sight | null {
  const numbers = (value ?? "").split(",").map(Number);
  const [latitude, longitude, zoom] = numbers as [number, number, number];
  const sound = numbers.length === 3 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && zoom >= 0 && zoom <= 20;
  return sound ? { latitude, longitude, zoom } : null;
}
