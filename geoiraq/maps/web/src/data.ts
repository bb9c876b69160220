// The page's data, in columns: no object an incident. A row is a number, in the order of the user's table; what
// follows all incidents (drawing, counting, filtering) reads the columns, what shows one of them (a card, a line of a
// list) asks for `incidents.read(row)`. Columns that the table did not have are there, and say nothing in any row.

import { NONE, Texts, type Block, type IntegersAt, type TextsAt } from "./block.ts";
import { LAYERS } from "./records.ts";
import type { About, Base, Basemap, Described, Destination, Document, Incident, Outline, Polygons, Report } from "./records.ts";

export { NONE } from "./block.ts";
export { LAYERS } from "./records.ts";
export type * from "./records.ts";

export interface Page extends About {
  incidents: Incidents;
  documents: Document[];
  bases: Base[];
  basemap: Basemap;
  /** Those that incidents lie in, by both their names. */
  districts: { name: string; arabic: string }[];
}

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of text: which word each row has; code 0 is always "", nothing said. */
export class Words {
  readonly codes: Codes;
  /** How many distinct words, "" included. */
  readonly size: number;
  private readonly words: Texts;

  constructor(codes: Codes, words: Texts) {
    this.codes = codes;
    this.words = words;
    this.size = words.size;
  }

  word(code: number): string {
    return this.words.word(code);
  }

  at(row: number): string {
    return this.words.word(this.codes[row]!);
  }
}

const WORDS = [
  "id", "type", "subtype", "actor", "target", "attribution", "destination",
  "toponym", "placeId", "place", "governorate", "district", "basis",
] as const;
const NUMBERS = [
  "start", "end", "x", "y", "shape", "low", "best", "high", "injured",
  "datePrecision", "wherePrecision", "acledPrecision", "radius", "confidence",
] as const;

/** Kinds of place that are areas: a mark within one is a reminder, not a position. */
export const AREAS: ReadonlySet<string> = new Set(["relative", "between", "district", "governorate", "landform", "country", "unknown"]);
/** Radius is in metres and confidence in thousandths. */
const THOUSAND = 1000;

export class Incidents {
  readonly count: number;
  /** Index into LAYERS. */
  readonly layer: Uint8Array;
  readonly words: Readonly<Record<(typeof WORDS)[number], Words>>;
  /** NONE where nothing is said. Days since 1970; x and y in `scale` a degree of longitude and latitude. */
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], Int32Array>>;
  readonly scale: number;
  /** 1 where the place is an area. */
  readonly approximate: Uint8Array;
  /** Distinct quotes; `quoted` says which one a report has. */
  readonly quotes: Texts;
  readonly quoted: Int32Array;
  /** Which of the documents tells a report. */
  readonly told: Int32Array;
  /** Where in `quoted` and `told` the reports of a row begin; those of the next row follow. */
  readonly firstReport: Uint32Array;
  private readonly quoteStart: Int32Array;
  private readonly quoteEnd: Int32Array;
  private readonly shapes: Polygons[];
  readonly documents: Document[];
  /** Name of a place that is told by others -> what it is made of. */
  private readonly described: ReadonlyMap<string, Described>;
  /** What a text calls a destination -> which place it is. */
  private readonly destinations: ReadonlyMap<string, Destination>;
  /** Id of a place -> its name in Arabic. */
  readonly arabic: ReadonlyMap<string, string>;

  constructor(block: Block) {
    const { incidents, shapes, documents, arabic, described, destinations, reports, scale } = block.head;
    const count: number = incidents.count;
    this.count = count;
    this.scale = incidents.scale;
    this.layer = Uint8Array.from(block.integers(incidents.layer, count));
    this.words = record(WORDS, (name) => words(block, incidents.words[name], count));
    this.numbers = record(NUMBERS, (name) => block.integers(incidents.numbers[name], count));
    lasting(this.numbers.start, this.numbers.end);
    this.approximate = flags(this.words.basis, (basis) => AREAS.has(basis));
    const [{ codes }, { shape }] = [this.words.basis, this.numbers];
    // A table of one's own says what is an area by its geometry alone.
    for (let row = 0; row < count; row++) if (codes[row] === 0 && shape[row] !== NONE) this.approximate[row] = 1;
    const told: number = reports?.document.count ?? 0;
    this.firstReport = starts(reports ? block.integers(reports.counts, count) : new Int32Array(count));
    this.told = block.integers(reports?.document, told);
    this.quoted = block.integers(reports?.quote, told);
    this.quoteStart = block.integers(reports?.start, told);
    this.quoteEnd = block.integers(reports?.end, told);
    this.quotes = reports ? block.texts(reports.quotes) : new Texts("", [0]);
    this.shapes = shapes.map((shape: Folded) => polygons(shape, scale));
    this.documents = documents;
    this.described = new Map(Object.entries(described ?? {}));
    this.destinations = new Map(Object.entries(destinations ?? {}));
    this.arabic = new Map(Object.entries(arabic));
  }

  isPlaced(row: number): boolean {
    return this.numbers.x[row] !== NONE;
  }

  point(row: number): [number, number] | null {
    return this.isPlaced(row) ? [this.numbers.y[row]! / this.scale, this.numbers.x[row]! / this.scale] : null;
  }

  isDated(row: number): boolean {
    return this.numbers.start[row] !== NONE || this.numbers.end[row] !== NONE;
  }

  /** What a mark's size and the histogram of deaths go by: the best number, else the lowest, else the highest. */
  deaths(row: number): number {
    const { best, low, high } = this.numbers;
    for (const said of [best[row]!, low[row]!, high[row]!]) if (said !== NONE) return said;
    return 0;
  }

  /** Where a force went that left this place; null where that is not told, or is no one place. */
  destination(row: number): Destination | null {
    return this.destinations.get(this.words.destination.at(row)) ?? null;
  }

  /** Rows that tell of a way from one place to another, both known. */
  journeys(): number[] {
    const { codes } = this.words.destination;
    const isTold = flags(this.words.destination, (word) => this.destinations.has(word));
    const rows: number[] = [];
    for (let row = 0; row < codes.length; row++) if (isTold[row] === 1 && this.approximate[row] === 0 && this.isPlaced(row)) rows.push(row);
    return rows;
  }

  area(row: number): Polygons | null {
    const shape = this.numbers.shape[row]!;
    return shape === NONE ? null : this.shapes[shape]!;
  }

  radius(row: number): number | null {
    return this.said("radius", row, THOUSAND);
  }

  confidence(row: number): number | null {
    return this.said("confidence", row, THOUSAND);
  }

  reportCount(row: number): number {
    return this.firstReport[row + 1]! - this.firstReport[row]!;
  }

  reports(row: number): Report[] {
    return Array.from({ length: this.reportCount(row) }, (_, i) => {
      const report = this.firstReport[row]! + i;
      return {
        document: this.documents[this.told[report]!]!,
        quote: this.quotes.word(this.quoted[report]!),
        start: orNull(this.quoteStart[report]!),
        end: orNull(this.quoteEnd[report]!),
      };
    });
  }

  /** Rows that a sentence tells which tells this one too, up to so many. */
  toldWith(row: number, most: number): number[] {
    const found: number[] = [];
    for (let other = 0; other < this.count && found.length < most; other++) {
      if (other !== row && this.sharesReport(row, other)) found.push(other);
    }
    return found;
  }

  private sharesReport(row: number, other: number): boolean {
    for (let a = this.firstReport[row]!; a < this.firstReport[row + 1]!; a++) {
      if (this.quotes.word(this.quoted[a]!) === "") continue;
      for (let b = this.firstReport[other]!; b < this.firstReport[other + 1]!; b++) {
        if (this.quoted[a] === this.quoted[b] && this.told[a] === this.told[b]) return true;
      }
    }
    return false;
  }

  /** The row of the incident of that id; null where there is none. */
  find(id: string): number | null {
    const { codes, size } = this.words.id;
    for (let code = 1; code < size; code++) if (this.words.id.word(code) === id) return codes.indexOf(code);
    return null;
  }

  /** One incident with all that is said of it. */
  read(row: number): Incident {
    const word = (name: (typeof WORDS)[number]): string => this.words[name].at(row);
    const number = (name: (typeof NUMBERS)[number]): number | null => this.said(name, row);
    return {
      row,
      id: word("id"),
      layer: LAYERS[this.layer[row]!]!,
      type: word("type"),
      subtype: word("subtype"),
      span: { start: number("start"), end: number("end") },
      precision: number("datePrecision"),
      actor: word("actor"),
      target: word("target"),
      destination: word("destination"),
      whither: this.destination(row),
      attribution: word("attribution"),
      low: number("low"),
      best: number("best"),
      high: number("high"),
      injured: number("injured"),
      toponym: word("toponym"),
      placeId: word("placeId"),
      place: word("place"),
      described: this.described.get(word("place")) ?? null,
      arabic: this.arabic.get(word("placeId")) ?? "",
      governorate: word("governorate"),
      district: word("district"),
      basis: word("basis"),
      radius: this.radius(row),
      wherePrecision: number("wherePrecision"),
      acledPrecision: number("acledPrecision"),
      confidence: this.confidence(row),
      point: this.point(row),
      area: this.area(row),
      reports: this.reports(row),
    };
  }

  private said(name: (typeof NUMBERS)[number], row: number, unit = 1): number | null {
    const value = this.numbers[name][row]!;
    return value === NONE ? null : value / unit;
  }
}

/** Put the page's data together from what the page says of itself and the block. */
export function decode(about: About, block: Block): Page {
  const { documents, bases, basemap, districts, scale } = block.head;
  return { ...about, incidents: new Incidents(block), documents, bases, districts, basemap: unfoldBasemap(basemap, scale) };
}

function words(block: Block, written: { codes: IntegersAt; words: TextsAt } | undefined, count: number): Words {
  if (written === undefined) return new Words(new Uint8Array(count), new Texts("", [0]));
  const table = block.texts(written.words);
  const codes = block.integers(written.codes, count);
  if (table.size <= 0x100) return new Words(Uint8Array.from(codes), table);
  return new Words(table.size <= 0x10000 ? Uint16Array.from(codes) : new Uint32Array(codes.buffer), table);
}

/** The last day is written as so many days after the first, where there is a first. */
function lasting(start: Int32Array, end: Int32Array): void {
  for (let row = 0; row < end.length; row++) {
    if (start[row] !== NONE && end[row] !== NONE) end[row]! += start[row]!;
  }
}

/** 1 for the rows whose word is such a one. */
export function flags(column: Words, such: (word: string) => boolean): Uint8Array {
  const table = Uint8Array.from({ length: column.size }, (_, code) => (such(column.word(code)) ? 1 : 0));
  const found = new Uint8Array(column.codes.length);
  for (let row = 0; row < found.length; row++) found[row] = table[column.codes[row]!]!;
  return found;
}

function starts(counts: Int32Array): Uint32Array {
  const first = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) first[i + 1] = first[i]! + counts[i]!;
  return first;
}

function orNull(value: number): number | null {
  return value === NONE ? null : value;
}

function record<K extends string, T>(names: readonly K[], make: (name: K) => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, T>;
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

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what our own Python wrote
function unfoldBasemap(written: any, scale: number): Basemap {
  const outline = (o: { name: string; shape: Folded }): Outline => ({ ...o, shape: polygons(o.shape, scale) });
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
