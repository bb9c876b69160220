// Areas drawn as areas: light, hatched, with a broken edge; one for all incidents that share it.

import * as L from "leaflet";
import { LAYERS, type Incident, type Incidents, type Layer } from "./data.ts";
import { svg } from "./dom.ts";
import type { Selection } from "./selection.ts";

export type Choose = (incidents: Incident[], at: L.LatLng) => void;

export class Areas {
  private readonly group = L.layerGroup();
  private readonly renderer: L.SVG;
  private readonly choose: Choose;
  private marked: L.Layer | null = null;
  private readonly map: L.Map;

  constructor(map: L.Map, choose: Choose) {
    this.map = map;
    this.choose = choose;
    map.createPane("areas").style.zIndex = "350";
    this.renderer = L.svg({ pane: "areas", padding: 0.6 });
    this.renderer.addTo(map);
    hatch(this.renderer);
    this.group.addTo(map);
  }

  draw(all: Incidents, { rows }: Selection): void {
    const incidents = Array.from(rows.filter((row) => all.approximate[row] && all.isPlaced(row)), (row) => all.read(row));
    this.group.clearLayers();
    const largestFirst = [...shared(incidents).values()].sort((a, b) => size(b[0]!) - size(a[0]!));
    for (const together of largestFirst) {
      const first = together[0]!;
      const shape = this.shape(first, `area layer-${first.layer}`, true);
      shape?.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.choose(together, event.latlng);
      });
      shape?.addTo(this.group);
    }
  }

  /** Show how far the truth may lie of the one incident that is being read. */
  mark(incident: Incident | null): void {
    this.marked?.remove();
    this.marked = incident && this.shape(incident, `area marked layer-${incident.layer}`, false);
    this.marked?.addTo(this.map);
  }

  private shape(incident: Incident, className: string, interactive: boolean): L.Path | null {
    const look = { className, renderer: this.renderer, pane: "areas", interactive, bubblingMouseEvents: false };
    if (incident.area !== null) return L.polygon(incident.area, look);
    if (incident.point === null || incident.radius === null || incident.radius <= 0) return null;
    return L.circle(incident.point, { ...look, radius: incident.radius * 1000 });
  }
}

function shared(incidents: Incident[]): Map<unknown, Incident[]> {
  const areas = new Map<string, Incident[]>();
  const numbers = new Map<unknown, number>();
  for (const incident of incidents) {
    const shape = incident.area ?? `${incident.point} ${incident.radius}`;
    if (!numbers.has(shape)) numbers.set(shape, numbers.size);
    const key = `${incident.layer} ${numbers.get(shape)}`;
    areas.set(key, [...(areas.get(key) ?? []), incident]);
  }
  return areas;
}

function size(incident: Incident): number {
  if (incident.area === null) return incident.radius ?? 0;
  const bounds = L.polygon(incident.area).getBounds();
  return bounds.getNorthEast().distanceTo(bounds.getSouthWest()) / 2000;
}

/** Lines for the fill, each layer at its own angle, so that areas over one another stay apart. */
function hatch(renderer: L.SVG): void {
  const angles: Record<Layer, number> = { attack: 45, withdrawal: -45, deployment: 90, protest: 0, arrest: 20, other: -20 };
  const patterns = LAYERS.map((layer) =>
    svg(
      "pattern",
      { id: `hatch-${layer}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angles[layer]})` },
      svg("rect", { width: 8, height: 8, class: `hatch-ground layer-${layer}` }),
      svg("line", { x1: 0, y1: 0, x2: 0, y2: 8, class: `hatch-line layer-${layer}` }),
    ),
  );
  const container = (renderer as unknown as { _container: SVGElement })._container;
  container.prepend(svg("defs", {}, ...patterns));
}
