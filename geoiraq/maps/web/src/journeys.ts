// Where forces went that left a place: quiet arrows beneath the marks, between places that are both known. Where only an
// area or a country is told there is none: the card says it in words.

import * as L from "leaflet";
import { arrow } from "./arrow.ts";
import { LAYERS, type Incidents } from "./data.ts";
import type { Selection } from "./selection.ts";

/** More than this would be a tangle; those that most incidents tell are drawn. */
const MOST_DRAWN = 300;
export class Journeys {
  private readonly map: L.Map;
  private readonly all: Incidents;
  private readonly rows: number[];
  private readonly group = L.layerGroup();
  private readonly renderer: L.Renderer;
  private shown: number[] = [];

  constructor(map: L.Map, all: Incidents) {
    this.map = map;
    this.all = all;
    this.rows = all.journeys();
    map.createPane("journeys").style.zIndex = "445";
    this.renderer = L.svg({ pane: "journeys", padding: 0.6 });
    this.group.addTo(map);
    map.on("zoomend", () => this.redraw());
  }

  draw({ timely, asked }: Selection): void {
    this.shown = this.rows.filter((row) => (timely[row]! & asked[row]!) !== 0);
    this.redraw();
  }

  private redraw(): void {
    this.group.clearLayers();
    const told = new Map<string, { row: number; count: number }>();
    for (const row of this.shown) {
      const key = `${this.all.layer[row]} ${this.all.numbers.x[row]} ${this.all.numbers.y[row]} ${this.all.destination(row)!.point}`;
      const known = told.get(key);
      if (known) known.count++;
      else told.set(key, { row, count: 1 });
    }
    const most = [...told.values()].sort((a, b) => b.count - a.count).slice(0, MOST_DRAWN);
    for (const { row } of most) this.add(row);
  }

  private add(row: number): void {
    const zoom = this.map.getZoom();
    const [from, to] = [this.all.point(row)!, this.all.destination(row)!.point].map((point) => this.map.project(point, zoom));
    const lines = arrow(from!, to!).map((line) => line.map(({ x, y }) => this.map.unproject([x, y], zoom)));
    const className = `journey layer-${LAYERS[this.all.layer[row]!]}`;
    L.polyline(lines, { className, renderer: this.renderer, pane: "journeys", interactive: false, noClip: true, smoothFactor: 0 }).addTo(this.group);
  }
}
