// What is shown: the rows that pass what was asked and the window of time. Marks, timeline, panel and downloads follow it.

import { LAYERS, NONE, type Incidents } from "./data.ts";
import type { Day } from "./time.ts";

export interface Time {
  /** null: all of time. */
  window: { start: Day; end: Day } | null;
  /** Whether what has no date is shown. */
  undated: boolean;
}

export interface Selection {
  /** The rows shown, ascending. */
  rows: Uint32Array;
  /** One a row: 1 where the time lets it pass. */
  timely: Uint8Array;
  /** One a row: 1 where everything else that was asked lets it pass. */
  asked: Uint8Array;
  /** How many rows are shown, by layer. */
  layers: Uint32Array;
  /** How many of them have a point. */
  placed: number;
}

export function select(incidents: Incidents, asked: Uint8Array, time: Time): Selection {
  const { count, layer } = incidents;
  const { start, end, x } = incidents.numbers;
  const timely = new Uint8Array(count);
  const rows = new Uint32Array(count);
  const layers = new Uint32Array(LAYERS.length);
  const first = time.window?.start ?? -Infinity;
  const last = time.window?.end ?? Infinity;
  const undated = time.undated ? 1 : 0;
  let shown = 0;
  let placed = 0;
  for (let row = 0; row < count; row++) {
    const from = start[row]!;
    const until = end[row]!;
    // A side that is not known is open; NONE is earlier than every day.
    const overlaps = from <= last && (until === NONE || until >= first) ? 1 : 0;
    const passes = from === NONE && until === NONE ? undated : overlaps;
    timely[row] = passes;
    if ((passes & asked[row]!) === 0) continue;
    rows[shown++] = row;
    layers[layer[row]!]!++;
    if (x[row] !== NONE) placed++;
  }
  return { rows: rows.slice(0, shown), timely, asked, layers, placed };
}
