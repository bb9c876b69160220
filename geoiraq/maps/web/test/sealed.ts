// Blocks for tests: written here as Python writes them, so that a test can say which columns it is about.

import { Block, NONE, type IntegersAt, type TextsAt } from "../src/block.ts";
import { Incidents, LAYERS } from "../src/data.ts";

type Row = Record<string, string | number | null | undefined>;

export class Writer {
  private readonly bytes: number[] = [];
  private prose = "";

  integers(values: (number | null)[]): IntegersAt {
    const known = values.filter((value) => value !== null);
    const gaps = known.length < values.length;
    const least = known.length > 0 ? Math.min(...known) : 0;
    const steps = values.map((value) => (value === null ? 0 : value - least + Number(gaps)));
    const width = Math.ceil(Math.log2(Math.max(...steps, 0) + 1) / 8);
    const at = this.bytes.length;
    for (let plane = 0; plane < width; plane++) this.bytes.push(...steps.map((step) => (step >> (8 * plane)) & 0xff));
    return { at, count: values.length, width, least, gaps };
  }

  texts(words: string[]): TextsAt {
    const at = this.prose.length;
    this.prose += words.join("");
    return { at, lengths: this.integers(words.map((word) => word.length)) };
  }

  block(head: unknown): Block {
    const [written, prose] = [head, this.prose].map((part) => new TextEncoder().encode(JSON.stringify(part)));
    const sizes = new Uint8Array(Uint32Array.of(written!.length, prose!.length).buffer);
    return new Block(Uint8Array.from([...sizes, ...written!, ...prose!, ...this.bytes]).buffer);
  }
}

const WORDS = ["type", "actor", "target", "toponym", "place", "basis"];
const NUMBERS = ["start", "end", "x", "y", "low", "best", "high"];

/** Incidents of which a test says what matters to it; an end without a start is a day, else days after the start. */
export function incidents(...rows: Row[]): Incidents {
  const writer = new Writer();
  const column = (name: string): Row[string][] => rows.map((row) => row[name]);
  const words = WORDS.filter((name) => column(name).some(Boolean)).map((name) => {
    const table = ["", ...new Set(column(name).filter(Boolean) as string[])];
    return [name, { codes: writer.integers(column(name).map((cell) => table.indexOf((cell as string) ?? ""))), words: writer.texts(table) }];
  });
  const numbers = NUMBERS.map((name) => [name, writer.integers(column(name).map((cell) => (cell ?? null) as number | null))]);
  const layer = writer.integers(rows.map((row) => LAYERS.indexOf((row.layer ?? "attack") as (typeof LAYERS)[number])));
  const table = { count: rows.length, scale: 100_000, layer, words: Object.fromEntries(words), numbers: Object.fromEntries(numbers) };
  return new Incidents(writer.block({ scale: 1000, incidents: table, shapes: [], documents: [], arabic: {} }));
}

export { NONE };
