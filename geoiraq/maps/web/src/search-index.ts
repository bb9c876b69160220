// All that can be searched, folded once: each distinct text of each column, so that a million rows are searched at once.

import type { Incidents } from "./data.ts";
import { fold, found, type Folded, type Sought } from "./search.ts";

/** Distinct texts, and which rows have which. */
interface Source {
  size: number;
  text: (code: number) => string;
  /** Set 1 for every row of which a text is a hit. */
  mark: (rows: Uint8Array, hits: Uint8Array) => void;
}

/** Milliseconds for which the page may not answer while texts are folded. */
const SLICE = 12;
const NAMES = ["type", "subtype", "actor", "target", "toponym", "place", "governorate", "district"] as const;

export class SearchIndex {
  private readonly sources: Source[];
  private readonly folded: Folded[][];
  private readied: Promise<void> | null = null;
  isReady = false;

  constructor(incidents: Incidents) {
    this.sources = sourcesOf(incidents);
    this.folded = this.sources.map(() => []);
  }

  /** Fold all texts, some at a time, so that the page goes on answering. */
  ready(): Promise<void> {
    this.readied ??= this.foldAll();
    return this.readied;
  }

  /** Let only those rows pass that have the word in one of their texts. */
  keep(passing: Uint8Array, word: Sought): void {
    const rows = new Uint8Array(passing.length);
    this.sources.forEach((source, s) => {
      source.mark(rows, Uint8Array.from(this.folded[s]!, (text) => Number(found(word, text))));
    });
    for (let row = 0; row < passing.length; row++) passing[row]! &= rows[row]!;
  }

  private async foldAll(): Promise<void> {
    let since = performance.now();
    for (const [s, { size, text }] of this.sources.entries()) {
      const folded = this.folded[s]!;
      while (folded.length < size) {
        folded.push(fold(text(folded.length)));
        if (performance.now() - since < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    }
    this.isReady = true;
  }
}

function sourcesOf(incidents: Incidents): Source[] {
  const columns = NAMES.map((name) => incidents.words[name]);
  const byWord = columns.map((column): Source => ({
    size: column.size,
    text: (code) => column.word(code),
    mark: (rows, hits) => byRow(rows, column.codes, hits),
  }));
  const { placeId } = incidents.words;
  const inArabic: Source = {
    size: placeId.size,
    text: (code) => incidents.arabic.get(placeId.word(code)) ?? "",
    mark: (rows, hits) => byRow(rows, placeId.codes, hits),
  };
  const { quotes, quoted, told, firstReport, documents } = incidents;
  const byReport = (rows: Uint8Array, which: Int32Array, hits: Uint8Array): void => {
    for (let row = 0; row < rows.length; row++) {
      for (let report = firstReport[row]!; report < firstReport[row + 1]!; report++) rows[row]! |= hits[which[report]!]!;
    }
  };
  const byQuote: Source = {
    size: quotes.size, text: (code) => quotes.word(code), mark: (rows, hits) => byReport(rows, quoted, hits),
  };
  const byDocument: Source = {
    size: documents.length,
    text: (code) => `${documents[code]!.title} ${documents[code]!.publisher}`,
    mark: (rows, hits) => byReport(rows, told, hits),
  };
  return [...byWord, inArabic, byDocument, byQuote];
}

function byRow(rows: Uint8Array, codes: ArrayLike<number>, hits: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) rows[row]! |= hits[codes[row]!]!;
}
