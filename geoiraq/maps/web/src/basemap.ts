// The quiet map beneath: outlines, rivers, lakes, and the names that there is room for.

import * as L from "leaflet";
import type { Base, Basemap, Outline, Polygons } from "./data.ts";
import { h } from "./dom.ts";
import { clash, fit, type Box } from "./groups.ts";
import { language, term } from "./language.ts";

interface Label {
  name: string;
  arabic?: string;
  point: [number, number];
  /** A country's name moves to the middle of what is seen of it. */
  shape?: Polygons;
  kind: "country" | "governorate" | "city" | "town" | "lake" | "base";
  from: number;
  until: number;
  rank: number;
}

/** How each kind is written, as the style has it: weight and size, and what is put between letters. */
const WRITTEN: Record<Label["kind"], [string, number]> = {
  country: ["13px", 1.9],
  governorate: ["12px", 0.75],
  city: ["600 13px", 0],
  town: ["12px", 0],
  lake: ["italic 11px", 0],
  base: ["11px", 0],
};

export const IRAQ: L.LatLngBoundsLiteral = [[29.05, 38.8], [37.4, 48.6]];

export function drawBasemap(map: L.Map, basemap: Basemap, bases: () => Base[], obstacles: () => Box[]): () => void {
  const pane = map.createPane("basemap");
  pane.style.zIndex = "200";
  const renderer = L.svg({ pane: "basemap", padding: 0.6 });
  const common = { pane: "basemap", renderer, interactive: false, smoothFactor: 0.6 };
  const polygons = (outlines: Outline[], name: (outline: Outline) => string): void => {
    for (const outline of outlines) L.polygon(outline.shape, { ...common, className: name(outline) }).addTo(map);
  };
  L.rectangle(windowOf(basemap), { ...common, className: "sea" }).addTo(map);
  const [home, abroad] = split(basemap.countries, (country) => country.iso2 === "IQ");
  polygons(abroad, () => "land abroad");
  polygons(home, () => "land home");
  polygons(basemap.governorates, () => "governorate");
  for (const river of basemap.rivers) L.polyline(river.shape, { ...common, className: "river" }).addTo(map);
  polygons(basemap.lakes, () => "lake");
  polygons(home, () => "border");
  return drawLabels(map, labelsOf(basemap), bases, obstacles);
}

/**
 * Tiles of a server beneath the outlines, which then are lines alone: offline they are all there is. A server such as
 * OpenStreetMap's gives none to who does not say on which site they are shown; which page of it is not told.
 */
export function drawTiles(map: L.Map, url: string, frame: HTMLElement): void {
  map.createPane("tiles").style.zIndex = "150";
  frame.classList.add("tiled");
  L.tileLayer(url, { pane: "tiles", referrerPolicy: "strict-origin" }).addTo(map);
}

/** What the basemap covers: beyond it there is nothing to see. */
export function windowOf(basemap: Basemap): L.LatLngBounds {
  return L.latLngBounds(basemap.countries.flatMap((country) => country.shape.flat(2)));
}

function labelsOf(basemap: Basemap): Label[] {
  const countries = basemap.countries.filter((country) => country.iso2 !== "IQ");
  const named: Label[] = [
    ...basemap.cities.map((city): Label => ({ ...city, kind: city.prominence >= 7 ? "city" : "town", ...zooms(city.prominence) })),
    ...countries.map((c): Label => ({ name: c.name, arabic: c.arabic, point: inner(c), shape: c.shape, kind: "country", from: 0, until: 8, rank: 6 })),
    ...basemap.governorates.map((g): Label => ({ name: g.name, arabic: g.arabic, point: inner(g), kind: "governorate", from: 6, until: 10, rank: 5.5 })),
    ...basemap.lakes.map((l): Label => ({ name: l.name, arabic: l.arabic, point: inner(l), kind: "lake", from: 7.5, until: 99, rank: 3.5 })),
  ];
  return named.filter((label) => label.name !== "").sort((a, b) => b.rank - a.rank);
}

function baseLabel({ name, arabic, point }: Base): Label {
  return { name, arabic, point, kind: "base", from: 9, until: 99, rank: 0 };
}

/** From which zoom on a town of that prominence is named. */
const FROM: [number, number][] = [[8, 0], [7, 6], [6, 7], [5, 7.75], [3, 9], [0, 10]];

function zooms(prominence: number): { from: number; until: number; rank: number } {
  const from = FROM.find(([least]) => prominence >= least)![1];
  return { from, until: 99, rank: prominence };
}

function drawLabels(map: L.Map, cities: Label[], bases: () => Base[], obstacles: () => Box[]): () => void {
  const pane = map.createPane("labels");
  pane.style.zIndex = "450";
  const layer = L.layerGroup().addTo(map);
  const width = measure(map.getContainer());
  const redraw = (): void => {
    layer.clearLayers();
    const [zoom, seen, frame, taken] = [map.getZoom(), map.getBounds().pad(0.1), map.getSize(), obstacles()];
    const near = bases().filter(({ point }) => seen.contains(point));
    const signs = near.map(({ point }) => map.latLngToContainerPoint(point)).map(({ x, y }) => box(x - SIGN / 2, y - SIGN / 2, SIGN, SIGN));
    const isInside = ({ box }: Place): boolean => box.left > 2 && box.top > 2 && box.right < frame.x - 2 && box.bottom < frame.y - 2;
    const wanted = [...cities, ...near.map(baseLabel)]
      .map((label) => ({ ...label, name: (language() === "ar" && label.arabic) || term(label.name) }))
      .map((label) => (label.shape ? { ...label, point: inner({ shape: label.shape }, map.getBounds().pad(-0.03)) } : label))
      .filter((label) => zoom >= label.from && zoom < label.until && seen.contains(label.point))
      .map((label) => {
        const at = map.latLngToContainerPoint(label.point);
        const gaps = gapsOf(label.rank, zoom, taken.some((box) => holds(box, at)));
        const places = clearest(placesOf(at, label, width(label), gaps).filter(isInside), signs);
        return { item: { label, places }, places: places.map(({ box }) => box) };
      });
    for (const { item, place } of fit(wanted, taken)) labelMarker(item.label, item.places[place]!).addTo(layer);
  };
  map.on("zoomend moveend resize", redraw);
  return redraw;
}

/** Where a name may stand about its dot, the best first; `right` and `down` say which way it lies from it. */
const SIDES = [
  { side: "east", right: 1, down: 0 }, { side: "west", right: -1, down: 0 }, { side: "north", right: 0, down: -1 }, { side: "south", right: 0, down: 1 },
  { side: "northeast", right: 1, down: -1 }, { side: "southeast", right: 1, down: 1 }, { side: "northwest", right: -1, down: -1 }, { side: "southwest", right: -1, down: 1 },
] as const;
/** Pixels between a dot and its name: close; or, for the greatest towns, clear of the marks about them. */
const GAPS = [5, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33];

/** Where the dot itself is seen, its name is no further from it. */
const BESIDE_DOT = 17;

/** The further out a name stands, the less it says which dot is its own: only the greatest go far where all is small. */
function gapsOf(rank: number, zoom: number, isCovered: boolean): number[] {
  const furthest = rank >= 9 ? 33 : 5 + Math.max(0, rank - 6 - (zoom < 6.25 ? 1 : 0)) * 12;
  return GAPS.filter((gap) => gap <= (isCovered ? furthest : Math.min(furthest, BESIDE_DOT)));
}

/** How much more room the sign of a base takes than a dot, and how large it is at least. */
const BESIDE_SIGN = 4;
const SIGN = 8;
/** Of a line, and of the letters in it, which are what may not be covered. */
const HEIGHT = 16;
const LETTERS = 12;

interface Place {
  side: string;
  /** As the style has it. */
  gap: number;
  far: number;
  box: Box;
}

/** Beside its dot for towns and bases; for areas on the middle, or a line above or below it. */
function placesOf(at: L.Point, label: Label, width: number, gaps: number[]): Place[] {
  if (!isSpot(label)) {
    return [0, -HEIGHT, HEIGHT].map((gap) => ({ side: "centre", gap, far: Math.abs(gap), box: box(at.x - width / 2, at.y + gap - HEIGHT / 2, width, HEIGHT) }));
  }
  return gaps.flatMap((gap) => SIDES.map(({ side, right, down }) => {
    const way = gap + (label.kind === "base" ? BESIDE_SIGN : 0);
    const off = right !== 0 && down !== 0 ? Math.round(way * 0.7) : way;
    const [x, y] = [at.x + right * off, at.y + down * off];
    const name = box(x - ((1 - right) * width) / 2, y - ((1 - down) * HEIGHT) / 2 + (HEIGHT - LETTERS) / 2, width, LETTERS);
    // The first time round the dot is part of it; further out a mark covers it.
    return { side, gap: off, far: gap, box: gap === GAPS[0] ? around(name, at) : name };
  }));
}

/** The nearest first, and of these the ones that lie over the fewest signs. */
function clearest(places: Place[], signs: Box[]): Place[] {
  const over = new Map(places.map((place) => [place, signs.filter((sign) => clash(sign, place.box)).length]));
  return places.sort((a, b) => a.far - b.far || over.get(a)! - over.get(b)!);
}

function around(name: Box, { x, y }: L.Point): Box {
  const dot = 3;
  return { left: Math.min(name.left, x - dot), top: Math.min(name.top, y - dot), right: Math.max(name.right, x + dot), bottom: Math.max(name.bottom, y + dot) };
}

function isTown(label: Label): boolean {
  return label.kind === "city" || label.kind === "town";
}

function isSpot(label: Label): boolean {
  return isTown(label) || label.kind === "base";
}

/** How wide a name is, in the font the page is shown in. */
function measure(frame: HTMLElement): (label: Label) => number {
  const pen = document.createElement("canvas").getContext("2d")!;
  const family = getComputedStyle(frame).fontFamily;
  const known = new Map<string, number>();
  return ({ name, kind }) => {
    const key = `${kind} ${name}`;
    if (!known.has(key)) {
      const [font, spacing] = WRITTEN[kind];
      pen.font = `${font} ${family}`;
      known.set(key, pen.measureText(name).width + spacing * name.length + 3);
    }
    return known.get(key)!;
  };
}

function holds(box: Box, { x, y }: L.Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function labelMarker(label: Label, { side, gap }: Place): L.Marker {
  const name = h("span", { class: "name" }, label.name);
  const html = h("div", { class: `label ${label.kind} ${side}` }, isTown(label) && h("i"), name);
  html.style.setProperty("--gap", `${gap}px`);
  const icon = L.divIcon({ html, className: "", iconSize: [0, 0] });
  return L.marker(label.point, { icon, pane: "labels", interactive: false, keyboard: false });
}

function split<T>(all: T[], test: (item: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((item) => !test(item))];
}

/** A point well inside the largest part that lies within the bounds: of some rows through it, the middle of the widest. */
export function inner(outline: { shape: Polygons }, bounds?: L.LatLngBounds): [number, number] {
  const rings = outline.shape.map((polygon) => polygon[0] ?? []);
  const ring = rings.reduce((best, next) => (spread(next) > spread(best) ? next : best), rings[0] ?? []);
  const [west, east] = [bounds?.getWest() ?? -180, bounds?.getEast() ?? 180];
  const lats = ring.map(([lat]) => lat);
  const south = Math.max(Math.min(...lats), bounds?.getSouth() ?? -90);
  const north = Math.min(Math.max(...lats), bounds?.getNorth() ?? 90);
  let best: [number, number] = ring[0] ?? [0, 0];
  let widest = 0;
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
    const lat = south + (north - south) * part;
    const crossings = crossed(ring, lat).map((lon) => Math.max(west, Math.min(east, lon)));
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1]! - crossings[i]!;
      if (width > widest * 1.15) [widest, best] = [width, [lat, (crossings[i]! + crossings[i + 1]!) / 2]];
    }
  }
  return best;
}

function spread(ring: [number, number][]): number {
  const [lats, lons] = [ring.map(([lat]) => lat), ring.map(([, lon]) => lon)];
  return (Math.max(...lats) - Math.min(...lats)) * (Math.max(...lons) - Math.min(...lons));
}

function crossed(ring: [number, number][], lat: number): number[] {
  const at: number[] = [];
  ring.forEach(([y, x], i) => {
    const [y2, x2] = ring[(i + 1) % ring.length]!;
    if (y > lat !== y2 > lat) at.push(x + ((lat - y) / (y2 - y)) * (x2 - x));
  });
  return at.sort((a, b) => a - b);
}
