// What of the data is shown: one value, and pure functions of it.

import { LAYERS, type Incident, type Layer } from "./data.ts";
import { isDated, overlap, type Day } from "./time.ts";

export interface Filter {
  layers: ReadonlySet<Layer>;
  bases: boolean;
  undated: boolean;
  /** null: all of time. */
  window: { start: Day; end: Day } | null;
}

export const EVERYTHING: Filter = { layers: new Set(LAYERS), bases: true, undated: true, window: null };

export function passes(incident: Incident, filter: Filter): boolean {
  return filter.layers.has(incident.layer) && inTime(incident, filter);
}

/** Time alone decides what the switches of the layers count. */
export function inTime(incident: Incident, filter: Filter): boolean {
  if (!isDated(incident.span)) return filter.undated;
  return filter.window === null || overlap(incident.span, filter.window);
}

export function toggled(layers: ReadonlySet<Layer>, layer: Layer, on: boolean): ReadonlySet<Layer> {
  const next = new Set(layers);
  if (on) next.add(layer);
  else next.delete(layer);
  return next;
}

export function countByLayer(incidents: Iterable<Incident>): Record<Layer, number> {
  const counts = Object.fromEntries(LAYERS.map((layer) => [layer, 0])) as Record<Layer, number>;
  for (const incident of incidents) counts[incident.layer] += 1;
  return counts;
}
