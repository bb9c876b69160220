// Days as whole numbers: exact before 1970, across 2001, and in every time zone.

import { NONE } from "./block.ts";

/** A day, counted from 1970-01-01; negative before it. */
export type Day = number;

/** From `start` to `end`, both included; null where that side is not known. */
export interface Span {
  start: Day | null;
  end: Day | null;
}

const DAY_MS = 86_400_000;
/** Read "2020-05-04". */
export function dayOf(iso: string): Day {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

/** Year, month (1-12) and day of the month. */
export interface Parts {
  year: number;
  month: number;
  date: number;
}

export function partsOf(day: Day): Parts {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** Write "2020-05-04". */
export function isoOf(day: Day): string {
  const { year, month, date } = partsOf(day);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

/** The first and the last day that any row names; null where none names any. */
export function extent(...columns: Int32Array[]): { start: Day; end: Day } | null {
  let start = Infinity;
  let end = -Infinity;
  for (const column of columns) {
    for (const day of column) {
      if (day === NONE) continue;
      if (day < start) start = day;
      if (day > end) end = day;
    }
  }
  return start <= end ? { start, end } : null;
}

export type Unit = "day" | "week" | "month" | "quarter" | "year" | "decade";

export interface Bin {
  start: Day;
  end: Day;
}

const UNITS: [Unit, number][] = [["day", 1], ["week", 7], ["month", 30.4], ["quarter", 91.3], ["year", 365.2], ["decade", 3652]];

/** Cut a span into at most about `most` bins that follow the calendar. */
export function bins(window: { start: Day; end: Day }, most = 70): { unit: Unit; bins: Bin[] } {
  const unit = unitFor(window.end - window.start + 1, most);
  return { unit, bins: cutInto(unit, window) };
}

/** The finest unit of which so many days are at most `most`. */
export function unitFor(days: number, most: number): Unit {
  return (UNITS.find(([, length]) => days / length <= most) ?? UNITS[UNITS.length - 1]!)[0];
}

export function coarser(a: Unit, b: Unit): Unit {
  const rank = (unit: Unit): number => UNITS.findIndex(([name]) => name === unit);
  return rank(a) > rank(b) ? a : b;
}

/** All bins of a unit that have days of a span. */
export function cutInto(unit: Unit, window: { start: Day; end: Day }): Bin[] {
  const cut: Bin[] = [];
  for (let start = firstOf(unit, window.start); start <= window.end; ) {
    const next = nextOf(unit, start);
    cut.push({ start, end: next - 1 });
    start = next;
  }
  return cut;
}

function firstOf(unit: Unit, day: Day): Day {
  const { year, month } = partsOf(day);
  switch (unit) {
    case "day": return day;
    case "week": return day - ((((day + 3) % 7) + 7) % 7); // Mondays: 1970-01-01 was a Thursday
    case "month": return firstDay(year, month);
    case "quarter": return firstDay(year, month - ((month - 1) % 3));
    case "year": return firstDay(year, 1);
    case "decade": return firstDay(year - (year % 10), 1);
  }
}

function nextOf(unit: Unit, day: Day): Day {
  const { year, month } = partsOf(day);
  switch (unit) {
    case "day": return day + 1;
    case "week": return day + 7;
    case "month": return firstDay(year, month + 1);
    case "quarter": return firstDay(year, month + 3);
    case "year": return firstDay(year + 1, 1);
    case "decade": return firstDay(year + 10, 1);
  }
}

function firstDay(year: number, month: number): Day {
  const overflow = Math.floor((month - 1) / 12);
  return dayOf(`${year + overflow}-${month - 12 * overflow}-1`);
}

/**
 * How much falls into each bin: a row weighs as much as `weight` says in all, spread over the days it may lie on, and
 * counts for its layer; `total[bin * layers + layer]`.
 */
export function tally(
  cut: Bin[],
  { start, end, layer }: { start: Int32Array; end: Int32Array; layer: Uint8Array },
  layers: number,
  weight: (row: number) => number,
): Float64Array {
  const total = new Float64Array(cut.length * layers);
  const first = cut[0]!.start;
  const binOf = new Uint32Array(cut.at(-1)!.end - first + 1);
  cut.forEach((bin, i) => binOf.fill(i, bin.start - first, bin.end - first + 1));
  for (let row = 0; row < start.length; row++) {
    const from = start[row] === NONE ? end[row]! : start[row]!;
    const to = end[row] === NONE ? start[row]! : end[row]!;
    if (from === NONE) continue;
    const share = weight(row) / (to - from + 1);
    for (let i = binOf[from - first]!; i < cut.length && cut[i]!.start <= to; i++) {
      const days = Math.min(to, cut[i]!.end) - Math.max(from, cut[i]!.start) + 1;
      total[i * layers + layer[row]!]! += share * days;
    }
  }
  return total;
}
