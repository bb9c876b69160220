// The marks on a canvas: one an incident, or one for several that would cover each other; a tag for those that are only
// known to be somewhere within an area. A mark for several opens in place: its incidents stand around it.

import * as L from "leaflet";
import type { Areas } from "./areas.ts";
import { LAYERS, NONE, type Incidents } from "./data.ts";
import { h } from "./dom.ts";
import { around, inTurn, reach, type Place } from "./fan.ts";
import { say } from "./language.ts";
import { fit, Grid, worldX, worldY, type Box, type Group, type World } from "./groups.ts";
import { captionOf, markButton, opens, type Mark } from "./mark.ts";
import { inksOf, paintGround, paintLead, paintRing, paintSymbol, paintTag, TAG_HEIGHT, tagWidth, type Inks } from "./paint.ts";
import type { Selection } from "./selection.ts";
import { markSize, ringSize } from "./symbols.ts";
import { vectors } from "./vectors.ts";

export interface MarksEvents {
  choose: (rows: Uint32Array, at: L.LatLng) => void;
  /** A mark for several was opened in place, or shut. */
  unfolded: () => void;
}

/** How much more than what is seen is drawn on each side, so that a map that is dragged is not bare at its edge. */
const MARGIN = 0.12;
/** How far beside a mark a finger may come down. */
const SLOP = 8;
/** What is opened in place keeps as far from the map's edge. */
const EDGE = 8;
/** Up to so many marks are buttons too, for the keyboard and the screen reader; beyond it the table serves them. */
const MOST_BUTTONS = 100;
/** How far the middle of what is opened may move, as what is asked for changes, and still be the same. */
const SAME = 24;
/** Where a tag may stand, in steps from the middle of its area: the nearest first. */
const STEPS: [number, number][] = [0, 1, -1, 2, -2, 3, -3]
  .flatMap((dx) => [0, 1, -1, 2, -2, 3, -3].map((dy): [number, number] => [dx, dy]))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
  .slice(0, 37); // no further than three and a half
const NOTHING: Selection = {
  rows: new Uint32Array(), timely: new Uint8Array(), asked: new Uint8Array(), layers: new Uint32Array(LAYERS.length), placed: 0,
};

export class Marks {
  private readonly canvas = h("canvas", { class: "marks leaflet-zoom-animated", role: "group" });
  private readonly tip = L.tooltip({ className: "caption", direction: "top", opacity: 1 });
  private readonly map: L.Map;
  private readonly all: Incidents;
  private readonly areas: Areas;
  private readonly events: MarksEvents;
  private readonly world: World;
  private selection = NOTHING;
  private grid: Grid | null = null;
  private marks: Mark[] = [];
  /** Where a mark for several is opened in place, and how far it had to move to be all in sight; null: nowhere. */
  private unfolded: { at: L.LatLng; aside: L.Point } | null = null;
  private inks: Inks;
  private readonly whenPointed = { open: (mark: Mark) => this.open(mark), point: (mark: Mark | null) => this.point(mark) };
  /** On paper the marks are vectors. */
  private onPaper: SVGSVGElement | null = null;
  private isOnPaper = false;
  /** Where the canvas begins, in pixels of the map's layers. */
  private corner = L.point(0, 0);

  constructor(map: L.Map, all: Incidents, areas: Areas, events: MarksEvents) {
    this.map = map;
    this.all = all;
    this.areas = areas;
    this.events = events;
    this.world = exactly(all, areas);
    const pane = map.createPane("marks");
    pane.style.zIndex = "590";
    pane.append(this.canvas);
    this.inks = inksOf(pane);
    map.on("zoomstart", () => (this.unfolded = null));
    map.on("moveend zoomend resize", () => this.redraw());
    map.on("zoomanim", (event) => this.zoom(event));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.recolour();
      this.redraw();
    });
    this.listen(map.getContainer());
  }

  draw(selection: Selection): void {
    this.selection = selection;
    this.redraw();
  }

  /** What the marks cover, so that names keep clear of them. */
  obstacles(): Box[] {
    const corner = this.map.layerPointToContainerPoint(this.corner);
    // They are round: their corners are free.
    return this.marks.map(({ x, y, width, height }) => box(x + corner.x, y + corner.y, width - 0.12 * height, 0.88 * height));
  }

  /** How far to its left and right that is opened in place which stands about a point; null: nothing is. */
  about(at: L.LatLng): { left: number; right: number } | null {
    const hub = this.hub();
    if (hub === null) return null;
    const [aside, reach] = [this.map.latLngToContainerPoint(at).x - this.at(hub).x, this.reach(hub)];
    return Math.abs(aside) <= reach ? { left: reach + aside, right: reach - aside } : null;
  }

  /** Shut what is opened in place; the keyboard, if it was there, is at the mark for all of it again. */
  fold(): void {
    const hub = this.hub();
    const isHeld = this.canvas.contains(document.activeElement);
    this.unfolded = null;
    if (hub === null) return;
    this.redraw();
    if (isHeld) this.canvas.querySelector<HTMLElement>(`[data-key="${hub.row}"]`)?.focus({ preventScroll: true });
    this.events.unfolded();
  }

  /** Draw them for paper, or for the screen again. */
  layOut(onPaper: boolean): void {
    this.isOnPaper = onPaper;
    this.unfolded = null;
    this.redraw();
  }

  /** Take the colours of the page as they are now. */
  recolour(): void {
    this.inks = inksOf(this.canvas);
  }

  private redraw(): void {
    this.tip.remove();
    const size = this.map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    this.corner = this.map.containerPointToLayerPoint(margin.multiplyBy(-1));
    const { x: left, y: top } = this.corner.add(this.map.getPixelOrigin());
    const { x: width, y: height } = size.add(margin.multiplyBy(2));
    const view = { scale: this.map.getZoomScale(this.map.getZoom(), 0), left, top, right: left + width, bottom: top + height };
    this.grid = new Grid(this.world, this.selection.rows, this.all.layer, LAYERS.length, view, (group) => this.size(group));
    const own = this.grid.groups.map((group) => this.mark(group, left, top));
    this.marks = this.withLegs([...own, ...this.tags(own, left, top, view.scale)], left, top, view.scale);
    this.paint(width, height);
    this.tell(margin, size);
  }

  private mark(group: Group, left: number, top: number): Mark {
    const size = this.size(group);
    const [grid, { rows }] = [this.grid!, this.selection];
    return {
      x: group.x - left,
      y: group.y - top,
      width: size,
      height: size,
      count: group.count,
      row: group.row,
      layers: group.layers,
      kind: group.count === 1 ? "symbol" : "ring",
      lead: null,
      rows: () => grid.rowsOf(group, rows),
    };
  }

  private size({ count, row }: Group): number {
    return count === 1 ? markSize(this.all.deaths(row)) : ringSize(count);
  }

  private tags(marks: Mark[], left: number, top: number, scale: number): Mark[] {
    const { rows } = this.selection;
    const tags = [...this.areas.draw(this.selection)].map(([area, { row, layers }]): Mark => {
      const [lat, lon] = this.all.point(row)!;
      const count = layers.reduce((sum, n) => sum + n, 0);
      const own = (): Uint32Array => rows.filter((each) => this.areas.areaOf[each] === area);
      const width = tagWidth(layers);
      return { x: worldX(lon) * scale - left, y: worldY(lat) * scale - top, width, height: TAG_HEIGHT, count, row, layers, kind: "tag", lead: null, rows: own };
    });
    const taken = marks.map(({ x, y, width, height }) => box(x, y, width, height));
    const wanted = tags.map((item) => ({ item, places: STEPS.map((step) => moved(item, step)) }));
    const free = new Map(fit(wanted, taken).map(({ item, place }) => [item, STEPS[place]!]));
    return tags.map((tag) => {
      const [dx, dy] = free.get(tag) ?? [0, 0];
      const lead = dx === 0 && dy === 0 ? null : { x: tag.x, y: tag.y };
      return { ...tag, x: tag.x + dx * tag.width, y: tag.y + dy * tag.height, lead };
    });
  }

  /** The marks, and around the one that is opened its incidents, each led back to its own place. */
  private withLegs(marks: Mark[], left: number, top: number, scale: number): Mark[] {
    if (this.unfolded === null) return marks;
    const { x, y } = this.map.latLngToLayerPoint(this.unfolded.at).subtract(this.corner);
    const away = (mark: Mark): number => Math.hypot(mark.x - x, mark.y - y);
    const hub = marks.filter((mark) => opens(mark) && away(mark) <= SAME).sort((a, b) => away(a) - away(b))[0];
    if (hub === undefined) return marks;
    const place = (row: number): Place => ({ x: this.world.x[row]! * scale - left, y: this.world.y[row]! * scale - top });
    const rows = inTurn([...hub.rows()], hub, place, (row) => (this.all.isDated(row) ? this.all.numbers.start[row]! : Infinity));
    const sizes = rows.map((row) => markSize(this.all.deaths(row)));
    const places = around(sizes, hub.width);
    const middle = this.unfolded.aside.add([hub.x, hub.y]);
    const legs = rows.map((row, i): Mark => ({
      x: middle.x + places[i]!.x,
      y: middle.y + places[i]!.y,
      width: sizes[i]!,
      height: sizes[i]!,
      count: 1,
      row,
      layers: Uint32Array.from(LAYERS, (_, layer) => (layer === this.all.layer[row] ? 1 : 0)),
      kind: "symbol",
      part: "leg",
      lead: place(row),
      rows: () => Uint32Array.of(row),
    }));
    return [...marks.filter((mark) => mark !== hub), { ...hub, part: "hub", x: middle.x, y: middle.y }, ...legs];
  }

  private hub(): Mark | null {
    return this.marks.find(({ part }) => part === "hub") ?? null;
  }

  /** How far what is opened reaches about its middle. */
  private reach(hub: Mark): number {
    const legs = this.marks.filter(({ part }) => part === "leg");
    return reach(legs.map(({ x, y }) => ({ x: x - hub.x, y: y - hub.y })), legs.map(({ width }) => width));
  }

  private paint(width: number, height: number): void {
    const sharp = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * sharp), Math.round(height * sharp)];
    if (this.canvas.width !== wide || this.canvas.height !== high) Object.assign(this.canvas, { width: wide, height: high });
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    L.DomUtil.setPosition(this.canvas, this.corner);
    const pen = this.canvas.getContext("2d")!;
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.clearRect(0, 0, width, height);
    // The small over the large.
    const marks = [...this.marks].sort((a, b) => b.height - a.height);
    this.onPaper?.remove();
    this.onPaper = this.isOnPaper ? vectors(marks, width, height) : null;
    if (this.onPaper !== null) {
      L.DomUtil.setPosition(this.onPaper as unknown as HTMLElement, this.corner);
      this.canvas.after(this.onPaper);
    }
    this.paintMarks(pen, marks.filter(({ part }) => part === undefined));
    const hub = this.hub();
    if (hub === null) return;
    paintGround(pen, this.inks, hub.x, hub.y, this.reach(hub));
    this.paintMarks(pen, marks.filter(({ part }) => part !== undefined));
  }

  private paintMarks(pen: CanvasRenderingContext2D, marks: Mark[]): void {
    for (const mark of marks) if (mark.lead !== null) paintLead(pen, this.inks, mark.lead, mark);
    for (const mark of marks) {
      const { x, y, layers, kind, width: size } = mark;
      if (kind === "tag") paintTag(pen, this.inks, layers, x, y);
      else if (kind === "ring") paintRing(pen, this.inks, layers, x, y, size);
      else paintSymbol(pen, this.inks, this.all.layer[mark.row]!, x, y, size, false);
    }
  }

  /** Say on the page what is drawn, and give the few marks buttons: what is on a canvas can be seen only. */
  private tell(margin: L.Point, size: L.Point): void {
    const seen = this.marks.filter(({ x, y }) => x > margin.x && y > margin.y && x < margin.x + size.x && y < margin.y + size.y);
    this.canvas.setAttribute("aria-label", say("mark.name"));
    this.canvas.dataset.marks = String(seen.length);
    this.canvas.dataset.incidents = String(seen.reduce((sum, { count, part }) => sum + (part === "hub" ? 0 : count), 0));
    const focused = this.canvas.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
    const buttons = seen.length > MOST_BUTTONS ? [] : seen.map((mark) => markButton(mark, this.at(mark), captionOf(this.all, mark), this.whenPointed));
    this.canvas.replaceChildren(...buttons);
    const first = buttons.find((button) => button.dataset.key === focused);
    first?.focus({ preventScroll: true });
    (first ?? buttons[0])?.setAttribute("tabindex", "0");
  }

  /** Show which mark the pointer or the keyboard is at. */
  private point(mark: Mark | null): void {
    this.map.getContainer().classList.toggle("at-mark", mark !== null);
    if (mark === null) {
      this.tip.remove();
      return;
    }
    this.tip.options.offset = L.point(0, -mark.height / 2);
    this.tip.setContent(h("span", { dir: "auto" }, captionOf(this.all, mark)));
    this.tip.setLatLng(this.latLng(mark)).addTo(this.map);
  }

  private open(mark: Mark): void {
    this.point(null);
    const at = this.latLng(mark);
    if (opens(mark) && mark.part === undefined) return this.unfold(at);
    if (mark.part === undefined) this.fold();
    this.events.choose(mark.rows(), at);
  }

  /** Open the mark for several that stands there in its place, all of it in sight. */
  private unfold(at: L.LatLng): void {
    this.unfolded = { at, aside: L.point(0, 0) };
    this.redraw();
    const hub = this.hub();
    if (hub === null) return;
    this.unfolded.aside = inside(this.at(hub), this.reach(hub) + EDGE, this.map.getSize());
    this.redraw();
    this.events.unfolded();
  }

  /** Where a mark is seen, in pixels of the map. */
  private at({ x, y }: Mark): L.Point {
    return this.map.layerPointToContainerPoint(this.corner.add([x, y]));
  }

  private latLng(mark: Mark): L.LatLng {
    return this.map.containerPointToLatLng(this.at(mark));
  }

  private listen(frame: HTMLElement): void {
    let over: Mark | null = null;
    const move = (event: MouseEvent): void => {
      const found = this.under(event, 0);
      if (found !== over) this.point(found);
      over = found;
    };
    frame.addEventListener("mousemove", move);
    frame.addEventListener("mouseleave", () => {
      over = null;
      this.point(null);
    });
    // Before the areas and the bases beneath, which would take the click for theirs.
    frame.addEventListener("click", (event) => {
      if ((this.map.dragging as unknown as { moved(): boolean } | undefined)?.moved()) return;
      const found = this.under(event, SLOP);
      if (found === null && !isOver(event)) this.fold();
      if (found === null) return;
      event.stopPropagation();
      this.open(found);
    }, true);
  }

  /** The mark at the pointer, the smallest where several are; none where something else lies over the map there. */
  private under(event: MouseEvent, slop: number): Mark | null {
    if (isOver(event) || this.canvas.contains(event.target as Element)) return null;
    const { x, y } = this.map.containerPointToLayerPoint(this.map.mouseEventToContainerPoint(event)).subtract(this.corner);
    const beside = (mark: Mark): number => Math.max(Math.abs(x - mark.x) - mark.width / 2, Math.abs(y - mark.y) - mark.height / 2, 0);
    const hub = this.hub();
    // What is opened lies over all others.
    const isOpen = hub !== null && Math.hypot(x - hub.x, y - hub.y) <= this.reach(hub);
    let best: Mark | null = null;
    for (const mark of isOpen ? this.marks.filter(({ part }) => part !== undefined) : this.marks) {
      if (beside(mark) > slop) continue;
      if (best === null || beside(mark) < beside(best) || (beside(mark) === beside(best) && mark.height <= best.height)) best = mark;
    }
    return best;
  }

  /** While the map zooms, the marks go with it; then they are drawn anew. */
  private zoom({ zoom, center }: L.ZoomAnimEvent): void {
    const map = this.map as unknown as { _latLngToNewLayerPoint(at: L.LatLng, zoom: number, center: L.LatLng): L.Point };
    const corner = map._latLngToNewLayerPoint(this.map.layerPointToLatLng(this.corner), zoom, center);
    L.DomUtil.setTransform(this.canvas, corner, this.map.getZoomScale(zoom));
  }
}

const OVER_THE_MARKS = ".leaflet-marker-pane, .leaflet-popup-pane, .leaflet-control, .holder, .legend";

/** Whether the pointer is at something that lies over the map. */
function isOver({ target }: MouseEvent): boolean {
  return !(target instanceof Element) || target.closest(OVER_THE_MARKS) !== null;
}

function box(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** How far what reaches so far about a point has to move to be within a map of that size. */
function inside(at: L.Point, reach: number, { x, y }: L.Point): L.Point {
  const within = (wanted: number, room: number): number => Math.max(Math.min(wanted, room - reach), Math.min(reach, room / 2));
  return L.point(within(at.x, x), within(at.y, y)).subtract(at);
}

function moved({ x, y, width, height }: Mark, [dx, dy]: [number, number]): Box {
  return box(x + dx * width, y + dy * height, width, height);
}

/** Where the rows lie that have a place of their own. */
function exactly(all: Incidents, areas: Areas): World {
  const world = { x: new Float64Array(all.count).fill(NaN), y: new Float64Array(all.count).fill(NaN) };
  const { x, y } = all.numbers;
  for (let row = 0; row < all.count; row++) {
    if (areas.areaOf[row]! >= 0 || x[row] === NONE) continue;
    world.x[row] = worldX(x[row]! / all.scale);
    world.y[row] = worldY(y[row]! / all.scale);
  }
  return world;
}
