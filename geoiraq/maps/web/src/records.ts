// What the page holds, one by one: an incident and its reports, a base, what lies beneath them.

import type { Span } from "./time.ts";

export const LAYERS = ["attack", "withdrawal", "deployment", "protest", "arrest", "other"] as const;
export type Layer = (typeof LAYERS)[number];

export interface Document {
  id: string;
  title: string;
  publisher: string;
  published: string;
  url: string;
}

export interface Report {
  document: Document;
  quote: string;
  /** Where the quote stands in the document's text. */
  start: number | null;
  end: number | null;
}

/** One incident, to be read: made when it is asked for. */
export interface Incident {
  row: number;
  id: string;
  layer: Layer;
  type: string;
  subtype: string;
  span: Span;
  precision: number | null;
  actor: string;
  target: string;
  /** Where a force went that left the place, in the words of the text; which place that is, where it is one. */
  destination: string;
  whither: Destination | null;
  attribution: string;
  low: number | null;
  best: number | null;
  high: number | null;
  injured: number | null;
  toponym: string;
  placeId: string;
  place: string;
  /** What the place's name is made of, where it is told by other places. */
  described: Described | null;
  /** The place's name in Arabic script. */
  arabic: string;
  governorate: string;
  district: string;
  basis: string;
  radius: number | null;
  wherePrecision: number | null;
  acledPrecision: number | null;
  confidence: number | null;
  /** Latitude and longitude; null: not to be pinned. */
  point: [number, number] | null;
  area: Polygons | null;
  reports: Report[];
}

/** A place that is told by others: how, and by which, each in Latin and in Arabic script. */
export interface Described {
  kind: "near" | "distance" | "side" | "away" | "part" | "middle" | "between";
  side: number | null;
  km: number | null;
  names: [string, string][];
}

export interface Destination {
  point: [number, number];
  name: string;
  arabic: string;
}

export interface Presence {
  force: string;
  from: string;
  until: string;
  handed_over: string;
  note: string;
}

export interface Base {
  name: string;
  arabic: string;
  governorate: string;
  point: [number, number];
  radius: number | null;
  checked: boolean | null;
  presence: Presence[];
}

/** Polygons of rings of [latitude, longitude]. */
export type Polygons = [number, number][][][];
/** Lines of [latitude, longitude]. */
export type Lines = [number, number][][];

export interface Outline {
  name: string;
  arabic?: string;
  iso2?: string;
  shape: Polygons;
}

export interface Basemap {
  countries: Outline[];
  governorates: Outline[];
  lakes: Outline[];
  rivers: { name: string; shape: Lines }[];
  cities: { name: string; arabic: string; point: [number, number]; prominence: number }[];
}

export interface Source {
  name: string;
  what: string;
  licence: string;
  url: string;
}

/** What the page says of itself, which can be read in the file as it is. */
export interface About {
  title: string;
  subtitle: string;
  /** In which it opens. */
  language: string;
  version: string;
  gazetteer: string;
  sources: Source[];
  /** Asked for by whoever made the page; without them it asks nothing of any host. */
  tiles: { url: string; by: string } | null;
}
