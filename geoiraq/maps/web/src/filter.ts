// What of the data is asked for: one value, and pure functions of it.

import { LAYERS, type Incidents, type Layer } from "./data.ts";
import type { Time } from "./selection.ts";

export interface Filter extends Time {
  layers: ReadonlySet<Layer>;
  bases: boolean;
}

export const EVERYTHING: Filter = { layers: new Set(LAYERS), bases: true, undated: true, window: null };

/** Whether the two differ in time alone, if at all: then the same rows are asked for. */
export function sameQuestion(a: Filter, b: Filter): boolean {
  return a.layers === b.layers;
}

/** One a row: 1 where all that is asked but the time lets it pass. */
export function asked(incidents: Incidents, filter: Filter): Uint8Array {
  const wanted = LAYERS.map((layer) => (filter.layers.has(layer) ? 1 : 0));
  return incidents.layer.map((layer) => wanted[layer]!);
}

export function toggled(layers: ReadonlySet<Layer>, layer: Layer, on: boolean): ReadonlySet<Layer> {
  const next = new Set(layers);
  if (on) next.add(layer);
  else next.delete(layer);
  return next;
}
