// Areas drawn as areas: light, hatched, with a broken edge; one for all incidents that share it.

import * as L from "leaflet";
import { LAYERS, NONE, type Incidents, type Layer } from "./data.ts";
import { svg } from "./dom.ts";
import type { Selection } from "./selection.ts";
import palette from "./palette.json" with { type: "json" };

/** An area and what was reported somewhere within it. */
export interface Area {
  /** One of its rows, which says what area it is. */
  row: number;
  /** How many rows of each layer. */
  layers: Uint32Array;
}

/** More areas than this are not drawn over one another; their tags still stand. */
const MOST_DRAWN = 400;

export class Areas {
  /** Which area each row lies in; -1 for a row with a place of its own. */
  readonly areaOf: Int32Array;
  private readonly all: Incidents;
  private readonly rows: number[];
  private readonly group = L.layerGroup();
  private readonly renderer: L.SVG;
  private readonly choose: (area: number, at: L.LatLng) => void;
  private readonly map: L.Map;
  private marked: L.Layer | null = null;
  private drawn = "";

  constructor(map: L.Map, all: Incidents, choose: (area: number, at: L.LatLng) => void) {
    this.map = map;
    this.all = all;
    this.choose = choose;
    const { areaOf, rows } = areasOf(all);
    this.areaOf = areaOf;
    this.rows = rows;
    map.createPane("areas").style.zIndex = "350";
    this.renderer = L.svg({ pane: "areas", padding: 0.6 });
    this.renderer.addTo(map);
    hatch(this.renderer);
    this.group.addTo(map);
  }

  /** Draw the areas of the rows that are shown; gives them, by their numbers. */
  draw({ rows }: Selection): Map<number, Area> {
    const found = this.tally(rows);
    const wanted = [...found].flatMap(([area, { layers }]) => LAYERS.map((_, layer) => ({ area, layer })).filter(({ layer }) => layers[layer]! > 0));
    const signature = wanted.map(({ area, layer }) => `${area} ${layer}`).join();
    if (signature === this.drawn) return found;
    this.drawn = signature;
    this.group.clearLayers();
    const largestFirst = wanted.map((each) => ({ ...each, size: this.size(each.area) })).sort((a, b) => b.size - a.size);
    for (const { area, layer } of largestFirst.slice(0, MOST_DRAWN)) this.add(area, LAYERS[layer]!);
    return found;
  }

  /** Show how far the truth may lie of the one incident that is being read. */
  mark(row: number | null): void {
    this.marked?.remove();
    this.marked = row === null ? null : this.shape(row, `area marked layer-${LAYERS[this.all.layer[row]!]}`, false);
    this.marked?.addTo(this.map);
  }

  private tally(rows: Uint32Array): Map<number, Area> {
    const counts = new Uint32Array(this.rows.length * LAYERS.length);
    for (const row of rows) if (this.areaOf[row]! >= 0) counts[this.areaOf[row]! * LAYERS.length + this.all.layer[row]!]!++;
    const found = new Map<number, Area>();
    this.rows.forEach((row, area) => {
      const layers = counts.slice(area * LAYERS.length, (area + 1) * LAYERS.length);
      if (layers.some((n) => n > 0)) found.set(area, { row, layers });
    });
    return found;
  }

  private add(area: number, layer: Layer): void {
    const shape = this.shape(this.rows[area]!, `area layer-${layer}`, true);
    shape?.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      this.choose(area, event.latlng);
    });
    shape?.addTo(this.group);
  }

  private shape(row: number, className: string, interactive: boolean): L.Path | null {
    const look = { className, renderer: this.renderer, pane: "areas", interactive, bubblingMouseEvents: false };
    const outline = this.all.area(row);
    if (outline !== null) return L.polygon(outline, look);
    const [point, radius] = [this.all.point(row), this.all.radius(row)];
    return point === null || radius === null || radius <= 0 ? null : L.circle(point, { ...look, radius: radius * 1000 });
  }

  private size(area: number): number {
    const row = this.rows[area]!;
    const outline = this.all.area(row);
    if (outline === null) return this.all.radius(row) ?? 0;
    const bounds = L.latLngBounds(outline.flat(2));
    return bounds.getNorthEast().distanceTo(bounds.getSouthWest()) / 2000;
  }
}

/** Rows lie in one area where they share its outline, or point and radius. */
function areasOf(all: Incidents): { areaOf: Int32Array; rows: number[] } {
  const { shape, x, y, radius } = all.numbers;
  const areaOf = new Int32Array(all.count).fill(-1);
  const numbers = new Map<number | string, number>();
  const rows: number[] = [];
  for (let row = 0; row < all.count; row++) {
    if (all.approximate[row] === 0 || x[row] === NONE) continue;
    const key = shape[row] === NONE ? `${x[row]} ${y[row]} ${radius[row]}` : shape[row]!;
    let area = numbers.get(key);
    if (area === undefined) {
      area = rows.length;
      numbers.set(key, area);
      rows.push(row);
    }
    areaOf[row] = area;
  }
  return { areaOf, rows };
}

/** Lines for the fill, each layer at its own angle, so that areas over one another stay apart. */
function hatch(renderer: L.SVG): void {
  const patterns = LAYERS.map((layer) =>
    svg(
      "pattern",
      { id: `hatch-${layer}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${palette.layers[layer].hatch})` },
      svg("rect", { width: 8, height: 8, class: `hatch-ground layer-${layer}` }),
      svg("line", { x1: 0, y1: 0, x2: 0, y2: 8, class: `hatch-line layer-${layer}` }),
    ),
  );
  const container = (renderer as unknown as { _container: SVGElement })._container;
  container.prepend(svg("defs", {}, ...patterns));
}
