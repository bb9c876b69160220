// Where days stand on the axis of time. It is even, unless years without any incident would take most of it, as where
// one happened decades before the others: then the axis is cut there, and says so. Every day still has its place on it.

import { NONE } from "./block.ts";
import type { Day } from "./time.ts";

/** Days, both included, and the part of the axis that they take, from 0 to 1. */
export interface Stretch {
  start: Day;
  end: Day;
  from: number;
  to: number;
}

/** Fewer empty days than this are never left out, nor such as take less of what is left than this. */
const LEAST_EMPTY = 365;
const LEAST_SHARE = 1 / 3;
const MOST_CUTS = 4;
/** How much more a side's width goes by its incidents than by its days. */
const BY_INCIDENTS = 0.75;
/** How much of the axis a cut takes, and what is left of it at least for each side. */
const CUT = 0.04;
const LEAST_ROOM = 0.06;

export class Scale {
  /** In order; what lies between two of them is left out. */
  readonly stretches: Stretch[];
  readonly cuts: Stretch[];
  private readonly all: Stretch[];

  constructor(stretches: Stretch[]) {
    this.stretches = stretches;
    this.cuts = stretches.slice(1).map((next, i) => {
      const { end, to } = stretches[i]!;
      return { start: end + 1, end: next.start - 1, from: to, to: next.from };
    });
    this.all = [...stretches, ...this.cuts].sort((a, b) => a.start - b.start);
  }

  /** Where a day stands: the first of all at 0, the last at 1. */
  at(day: Day): number {
    const holding = this.holding(day);
    const { start, end, from, to } = holding;
    // A cut begins after the last day before it.
    if (this.cuts.includes(holding)) return from + ((day - start + 1) / (end - start + 2)) * (to - from);
    if (end === start) return from === 0 && day === start ? 0 : to === 1 ? 1 : (from + to) / 2;
    return from + Math.max(0, Math.min(1, (day - start) / (end - start))) * (to - from);
  }

  /** Where a day begins, and where it ends. */
  edges(day: Day): { from: number; to: number } {
    const { start, end, from, to } = this.holding(day);
    const one = (to - from) / (end - start + 1);
    return { from: from + (day - start) * one, to: from + (day - start + 1) * one };
  }

  /** The day that stands there. */
  day(at: number): Day {
    const there = this.all.find((each) => at <= each.to) ?? this.all.at(-1)!;
    const { start, end, from, to } = there;
    const part = Math.max(0, Math.min(1, (at - from) / (to - from)));
    return this.cuts.includes(there) ? Math.round(start - 1 + part * (end - start + 2)) : Math.round(start + part * (end - start));
  }

  private holding(day: Day): Stretch {
    return this.all.find(({ end }) => day <= end) ?? this.all.at(-1)!;
  }
}

/** The axis for incidents that may lie on these days. */
export function scaleOf(span: { start: Day; end: Day }, start: Int32Array, end: Int32Array): Scale {
  const { empty, begun } = emptyRuns(span, start, end);
  const cuts = leftOut(span.end - span.start + 1, empty).sort((a, b) => a.start - b.start);
  const bounds = [span.start - 1, ...cuts.flatMap((cut) => [cut.start - 1, cut.end]), span.end];
  const sides = Array.from({ length: cuts.length + 1 }, (_, i) => ({ start: bounds[2 * i]! + 1, end: bounds[2 * i + 1]! }));
  // Wide for its incidents and for its days, so that neither a vague year nor a busy week takes all of it.
  const weights = sides.map(({ start: first, end: last }) => {
    const incidents = begun.subarray(first - span.start, last + 1 - span.start).reduce((sum, n) => sum + n, 0);
    return (last - first + 1) ** (1 - BY_INCIDENTS) * incidents ** BY_INCIDENTS;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const free = 1 - CUT * cuts.length - LEAST_ROOM * sides.length;
  let from = 0;
  const stretches = sides.map((side, i) => {
    const to = i === sides.length - 1 ? 1 : from + LEAST_ROOM + free * (weights[i]! / all);
    const stretch = { ...side, from, to };
    from = to + CUT;
    return stretch;
  });
  return new Scale(stretches);
}

interface Run {
  start: Day;
  end: Day;
}

/** Runs of days on which no incident may lie, and how many incidents begin on each day. */
function emptyRuns(span: Run, start: Int32Array, end: Int32Array): { empty: Run[]; begun: Uint32Array } {
  const days = span.end - span.start + 1;
  const begun = new Uint32Array(days);
  const ended = new Uint32Array(days + 1);
  for (let row = 0; row < start.length; row++) {
    const from = start[row] === NONE ? end[row]! : start[row]!;
    if (from === NONE) continue;
    begun[from - span.start]!++;
    ended[(end[row] === NONE ? from : end[row]!) - span.start + 1]!++;
  }
  const empty: Run[] = [];
  let open = 0;
  let since = -1;
  for (let day = 0; day < days; day++) {
    open += begun[day]! - ended[day]!;
    if (open > 0) {
      if (since >= 0) empty.push({ start: span.start + since, end: span.start + day - 1 });
      since = -1;
    } else if (since < 0) since = day;
  }
  return { empty, begun };
}

/** Which of the empty runs are left out: the longest, as long as one takes much of what the others leave. */
function leftOut(days: number, empty: Run[]): Run[] {
  const length = ({ start, end }: Run): number => end - start + 1;
  const found: Run[] = [];
  let rest = days;
  for (const run of empty.filter((each) => length(each) >= LEAST_EMPTY).sort((a, b) => length(b) - length(a))) {
    if (found.length === MOST_CUTS || length(run) < LEAST_SHARE * rest) break;
    found.push(run);
    rest -= length(run);
  }
  return found;
}
