// What is shown, as files: under the incident table's own names, so that geoiraq and everything else can read them.

import type { Document, Incident, Incidents, Polygons, Report } from "./data.ts";
import { isoOf, type Day } from "./time.ts";

type Cell = string | number | null | object;

/** Name of the column -> what it says of an incident. */
const COLUMNS: Record<string, (incident: Incident) => Cell> = {
  incident_id: (i) => i.id,
  layer: (i) => i.layer,
  event_type: (i) => i.type,
  sub_event_type: (i) => i.subtype,
  date_start: (i) => iso(i.span.start),
  date_end: (i) => iso(i.span.end),
  date_precision: (i) => i.precision,
  actor: (i) => i.actor,
  target: (i) => i.target,
  attribution: (i) => i.attribution,
  fatalities_low: (i) => i.low,
  fatalities_best: (i) => i.best,
  fatalities_high: (i) => i.high,
  injured: (i) => i.injured,
  destination: (i) => i.destination,
  toponym: (i) => i.toponym,
  place_id: (i) => i.placeId,
  place_name: (i) => i.place,
  governorate: (i) => i.governorate,
  district: (i) => i.district,
  basis: (i) => i.basis,
  radius_km: (i) => i.radius,
  where_precision: (i) => i.wherePrecision,
  acled_geo_precision: (i) => i.acledPrecision,
  confidence: (i) => i.confidence,
  documents: (i) => [...new Set(i.reports.map((report) => report.document.id))].filter((id) => id !== ""),
  reports: (i) => i.reports.length,
  evidence: (i) => i.reports.map(evidence),
  quote: (i) => i.reports[0]?.quote ?? "",
  quote_start: (i) => i.reports[0]?.start ?? null,
  quote_end: (i) => i.reports[0]?.end ?? null,
};

/** So many incidents are written at a time: one text of a million would not fit into memory. */
const SLICE = 5_000;

function iso(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}

function evidence({ document, quote, start, end }: Report): object {
  const { id, title, publisher, published, url }: Document = document;
  return { document: id, title, publisher, published, url, quote, start, end };
}

/** CSV as geoiraq writes it: quoted by RFC 4180, with the mark by which Excel knows UTF-8, and no cell a formula. */
export function* csv(incidents: Incidents, rows: Iterable<number>): Generator<string> {
  yield `\ufeff${[...Object.keys(COLUMNS), "footprint", "latitude", "longitude"].join(",")}\r\n`;
  yield* sliced(rows, (row) => {
    const incident = incidents.read(row);
    const cells = Object.entries(COLUMNS).map(([name, tell]) => flat(tell(incident), name === "documents"));
    const area = incident.area === null ? "" : wkt(incident.area);
    return `${[...cells, area, ...(incident.point ?? ["", ""])].map(csvCell).join(",")}\r\n`;
  });
}

/** GeoJSON, one feature an incident; what has no place has no geometry. */
export function* geojson(incidents: Incidents, rows: Iterable<number>): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let first = true;
  yield* sliced(rows, (row) => {
    const incident = incidents.read(row);
    const told = Object.entries(COLUMNS).map(([name, tell]) => [name, tell(incident)]);
    const properties = { ...Object.fromEntries(told), footprint: incident.area && multiPolygon(incident.area) };
    const geometry = incident.point && { type: "Point", coordinates: [incident.point[1], incident.point[0]] };
    const written = JSON.stringify({ type: "Feature", id: incident.id || undefined, geometry, properties });
    const feature = `${first ? "\n" : ",\n"}${written}`;
    first = false;
    return feature;
  });
  yield "\n]}\n";
}

function* sliced(rows: Iterable<number>, write: (row: number) => string): Generator<string> {
  let slice: string[] = [];
  for (const row of rows) {
    if (slice.push(write(row)) < SLICE) continue;
    yield slice.join("");
    slice = [];
  }
  yield slice.join("");
}

function flat(cell: Cell, list: boolean): string | number {
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  return list ? (cell as string[]).join(";") : JSON.stringify(cell);
}

/** What a spreadsheet may take for a formula, with the apostrophes before it that keep it from doing so. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

export function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function multiPolygon(area: Polygons): object {
  return { type: "MultiPolygon", coordinates: area.map((rings) => rings.map((ring) => closed(ring).map(([y, x]) => [x, y]))) };
}

function wkt(area: Polygons): string {
  const line = (ring: [number, number][]): string => `(${closed(ring).map(([y, x]) => `${x} ${y}`).join(", ")})`;
  return `MULTIPOLYGON (${area.map((rings) => `(${rings.map(line).join(", ")})`).join(", ")})`;
}

function closed(ring: [number, number][]): [number, number][] {
  const [first, last] = [ring[0]!, ring[ring.length - 1]!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** Hand a file to the reader. */
export function save(name: string, type: string, parts: Iterable<string>): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
