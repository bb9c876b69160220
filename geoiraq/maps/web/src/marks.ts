// The marks: one an incident, or one for several that would cover each other.

import * as L from "leaflet";
import { LAYERS, type Base, type Incident, type Incidents, type Layer } from "./data.ts";
import { h } from "./dom.ts";
import { group, settle, type Box, type Group } from "./groups.ts";
import type { Choose } from "./areas.ts";
import type { Selection } from "./selection.ts";
import { baseSymbol, incidentSymbol, markSize, ring, ringSize } from "./symbols.ts";
import { placeName, what, whenShort } from "./words.ts";

/** Pixels within which marks would cover one another. */
const REACH = 24;

export class Marks {
  private readonly layer = L.layerGroup();
  private readonly map: L.Map;
  private readonly choose: Choose;
  private incidents: Incident[] = [];
  private boxes: [L.LatLng, number][] = [];

  constructor(map: L.Map, choose: Choose) {
    this.map = map;
    this.choose = choose;
    map.createPane("marks").style.zIndex = "600";
    this.layer.addTo(map);
    map.on("zoomend", () => this.redraw());
  }

  draw(all: Incidents, { rows }: Selection): void {
    this.incidents = Array.from(rows.filter((row) => all.isPlaced(row)), (row) => all.read(row));
    this.redraw();
  }

  /** What the marks cover, so that names keep clear of them. */
  obstacles(): Box[] {
    return this.boxes.map(([at, size]) => {
      const { x, y } = this.map.latLngToContainerPoint(at);
      const half = size / 2 - 1;
      return { left: x - half, top: y - half, right: x + half, bottom: y + half };
    });
  }

  private redraw(): void {
    this.layer.clearLayers();
    const placed = this.incidents.map((item) => ({ item, ...xy(this.map.project(item.point!)) }));
    this.boxes = [];
    for (const found of settle(group(placed, REACH), drawnSize)) this.add(found);
  }

  private add({ items, x, y }: Group<Incident>): void {
    const single = items.length === 1;
    const at = this.map.unproject([x, y]);
    const size = drawnSize(items);
    const html = h("div", { class: "mark" }, single ? incidentSymbol(items[0]!) : ring(byLayer(items)));
    const icon = L.divIcon({ html, className: "mark-icon", iconSize: [size, size] });
    const marker = L.marker(at, { icon, pane: "marks", riseOnHover: true });
    marker.on("add", () => named(marker, single ? caption(items[0]!) : `${items.length} incidents around here`));
    marker.on("click", () => this.choose(items, at));
    marker.on("keypress", (event) => {
      if ((event as unknown as { originalEvent: KeyboardEvent }).originalEvent.key === "Enter") this.choose(items, at);
    });
    marker.addTo(this.layer);
    this.boxes.push([at, size]);
  }
}

function byLayer(items: Incident[]): Record<Layer, number> {
  const counts = Object.fromEntries(LAYERS.map((layer) => [layer, 0])) as Record<Layer, number>;
  for (const { layer } of items) counts[layer] += 1;
  return counts;
}

function drawnSize(items: Incident[]): number {
  return items.length === 1 ? markSize(items[0]!) : ringSize(items.length);
}

function xy(point: L.Point): { x: number; y: number } {
  return { x: point.x, y: point.y };
}

function caption(incident: Incident): string {
  return [what(incident), placeName(incident), whenShort(incident)].filter((said) => said !== "").join(", ");
}

function named(marker: L.Marker, name: string): void {
  const element = marker.getElement();
  element?.setAttribute("aria-label", name);
  element?.setAttribute("title", name);
}

/** The bases: small and quiet beneath the marks. */
export class Bases {
  private readonly layer = L.layerGroup();
  private readonly map: L.Map;

  constructor(map: L.Map, bases: Base[], choose: (base: Base, at: L.LatLng) => void) {
    this.map = map;
    map.createPane("bases").style.zIndex = "440";
    for (const base of bases) {
      const icon = L.divIcon({ html: h("div", { class: "mark" }, baseSymbol(12)), className: "base-icon", iconSize: [14, 14] });
      const marker = L.marker(base.point, { icon, pane: "bases" });
      marker.on("add", () => named(marker, base.name));
      marker.on("click", () => choose(base, marker.getLatLng()));
      marker.addTo(this.layer);
    }
  }

  show(on: boolean): void {
    if (on) this.layer.addTo(this.map);
    else this.layer.remove();
  }
}
