// Reads the one block of data that Python wrote into the page.

import { dayOf, type Span } from "./time.ts";

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
}

export interface Incident {
  index: number;
  id: string;
  layer: Layer;
  type: string;
  subtype: string;
  span: Span;
  precision: number | null;
  actor: string;
  target: string;
  attribution: string;
  low: number | null;
  best: number | null;
  high: number | null;
  injured: number | null;
  toponym: string;
  place: string;
  governorate: string;
  district: string;
  basis: string;
  radius: number | null;
  wherePrecision: number | null;
  confidence: number | null;
  /** null: not to be pinned. */
  point: [number, number] | null;
  area: Polygons | null;
  reports: Report[];
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
  iso2?: string;
  shape: Polygons;
}

export interface Basemap {
  countries: Outline[];
  governorates: Outline[];
  lakes: Outline[];
  rivers: { name: string; shape: Lines }[];
  cities: { name: string; point: [number, number]; prominence: number }[];
}

export interface Source {
  name: string;
  what: string;
  licence: string;
  url: string;
}

export interface Page {
  title: string;
  subtitle: string;
  incidents: Incident[];
  documents: Document[];
  bases: Base[];
  basemap: Basemap;
  version: string;
  gazetteer: string;
  sources: Source[];
}

/** A column: its values in order, or the distinct values and for each row which of them (-1: none). */
export type Column = unknown[] | { values: unknown[]; index: number[] };

export function column<T>(written: Column | undefined, count: number, missing: T): T[] {
  if (written === undefined) return new Array<T>(count).fill(missing);
  const cells = Array.isArray(written) ? written : written.index.map((i) => (i < 0 ? null : written.values[i]));
  return cells.map((cell) => (cell === null ? missing : (cell as T)));
}

/** Undo the writing of a line as whole steps: longitude, latitude, then the difference to the one before. */
export function unfold(steps: number[], scale: number): [number, number][] {
  const line: [number, number][] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i]!;
    y += steps[i + 1]!;
    line.push([y / scale, x / scale]);
  }
  return line;
}

type Folded = number[][][];

const polygons = (written: Folded, scale: number): Polygons =>
  written.map((rings) => rings.map((ring) => unfold(ring, scale)));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the block is what our own Python wrote
export function decode(block: any): Page {
  const documents = block.documents as Document[];
  const shapes = (block.shapes as Folded[]).map((shape) => polygons(shape, block.scale));
  return {
    title: block.title,
    subtitle: block.subtitle,
    incidents: incidents(block.incidents, documents, shapes),
    documents,
    bases: block.bases,
    basemap: basemap(block.basemap, block.scale),
    version: block.version,
    gazetteer: block.gazetteer,
    sources: block.sources,
  };
}

function incidents(
  table: { count: number; columns: Record<string, Column>; reports: [number, string][][] },
  documents: Document[],
  shapes: Polygons[],
): Incident[] {
  const { count, columns, reports } = table;
  const text = (name: string): string[] => column(columns[name], count, "");
  const number = (name: string): (number | null)[] => column<number | null>(columns[name], count, null);
  const day = (name: string): (number | null)[] => text(name).map((iso) => (iso ? dayOf(iso) : null));
  const [start, end] = [day("start"), day("end")];
  const [lat, lon, shape] = [number("lat"), number("lon"), number("shape")];
  const texts = { id: text("id"), type: text("type"), subtype: text("subtype"), layer: text("layer") };
  const who = { actor: text("actor"), target: text("target"), attribution: text("attribution") };
  const toll = { low: number("low"), best: number("best"), high: number("high"), injured: number("injured") };
  const where = { toponym: text("toponym"), place: text("place"), basis: text("basis"), radius: number("radius") };
  const admin = { governorate: text("governorate"), district: text("district") };
  const [precision, wherePrecision, confidence] = [number("precision"), number("where_precision"), number("confidence")];
  return Array.from({ length: count }, (_, i) => ({
    index: i,
    id: texts.id[i]!,
    layer: texts.layer[i] as Layer,
    type: texts.type[i]!,
    subtype: texts.subtype[i]!,
    span: { start: start[i]!, end: end[i]! },
    precision: precision[i]!,
    actor: who.actor[i]!,
    target: who.target[i]!,
    attribution: who.attribution[i]!,
    low: toll.low[i]!,
    best: toll.best[i]!,
    high: toll.high[i]!,
    injured: toll.injured[i]!,
    toponym: where.toponym[i]!,
    place: where.place[i]!,
    basis: where.basis[i]!,
    radius: where.radius[i]!,
    governorate: admin.governorate[i]!,
    district: admin.district[i]!,
    wherePrecision: wherePrecision[i]!,
    confidence: confidence[i]!,
    point: lat[i] === null || lon[i] === null ? null : [lat[i]!, lon[i]!],
    area: shape[i] === null ? null : shapes[shape[i]!]!,
    reports: (reports[i] ?? []).map(([document, quote]) => ({ document: documents[document]!, quote })),
  }));
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
function basemap(written: any, scale: number): Basemap {
  const outline = (o: { name: string; iso2?: string; shape: Folded }): Outline => ({
    ...o,
    shape: polygons(o.shape, scale),
  });
  return {
    countries: written.countries.map(outline),
    governorates: written.governorates.map(outline),
    lakes: written.lakes.map(outline),
    rivers: written.rivers.map((r: { name: string; shape: number[][] }) => ({
      name: r.name,
      shape: r.shape.map((line) => unfold(line, scale)),
    })),
    cities: written.cities,
  };
}
