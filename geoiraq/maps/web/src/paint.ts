// The marks as they are painted on a canvas: the same shapes and colours as the legend's.

import { LAYERS } from "./data.ts";
import { digits } from "./language.ts";
import { PATHS } from "./symbols.ts";

/** The colours of the page as it is shown: by day, by night, in print. */
export interface Inks {
  layers: string[];
  paper: string;
  edge: string;
  ink: string;
  soft: string;
  font: string;
}

export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    layers: LAYERS.map(colour),
    paper: colour("paper"),
    edge: colour("edge"),
    ink: colour("ink"),
    soft: colour("soft"),
    font: style.fontFamily,
  };
}

type Pen = CanvasRenderingContext2D;

/** Of the box in which a symbol is drawn, edge included. */
const BOX = 23;
const OUTLINES = LAYERS.map((layer) => PATHS[layer]);

/** The symbol of a layer; hollow where the place is only roughly known. */
export function paintSymbol(pen: Pen, inks: Inks, layer: number, x: number, y: number, size: number, hollow: boolean): void {
  const outline = new Path2D(OUTLINES[layer]);
  pen.save();
  pen.translate(x, y);
  pen.scale(size / BOX, size / BOX);
  pen.lineJoin = "round";
  pen.fillStyle = hollow ? inks.paper : inks.layers[layer]!;
  pen.strokeStyle = hollow ? inks.layers[layer]! : inks.edge;
  pen.lineWidth = hollow ? 2.6 : 3;
  if (hollow) pen.fill(outline);
  pen.stroke(outline);
  if (!hollow) pen.fill(outline);
  pen.restore();
}

/** Several incidents: how many, in a ring of what layers they are. */
export function paintRing(pen: Pen, inks: Inks, layers: Uint32Array, x: number, y: number, size: number): void {
  const unit = size / 42;
  const total = layers.reduce((sum, n) => sum + n, 0);
  disc(pen, x, y, 20.5 * unit, inks.edge);
  disc(pen, x, y, 19.5 * unit, inks.paper);
  const gap = layers.some((n) => n === total) ? 0 : 0.07;
  let from = -Math.PI / 2;
  pen.lineWidth = 6 * unit;
  layers.forEach((n, layer) => {
    if (n === 0) return;
    const to = from + (n / total) * 2 * Math.PI;
    pen.beginPath();
    pen.arc(x, y, 15.5 * unit, from, Math.max(from + 0.04, to - gap));
    pen.strokeStyle = inks.layers[layer]!;
    pen.stroke();
    from = to;
  });
  write(pen, inks, brief(total), x, y, [14, 14, 14, 12, 11][brief(total).length]! * Math.min(1, unit));
}

/** A tag on an area: what was reported somewhere within it, without a point. */
export function paintTag(pen: Pen, inks: Inks, layers: Uint32Array, x: number, y: number): void {
  const total = layers.reduce((sum, n) => sum + n, 0);
  const present = layersOf(layers);
  const width = tagWidth(layers);
  pen.beginPath();
  pen.roundRect(x - width / 2, y - TAG_HEIGHT / 2, width, TAG_HEIGHT, TAG_HEIGHT / 2);
  pen.fillStyle = inks.paper;
  pen.fill();
  pen.setLineDash([3, 2.5]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = present.length === 1 ? inks.layers[present[0]!]! : inks.soft;
  pen.stroke();
  pen.setLineDash([]);
  const from = x - width / 2 + 12;
  present.forEach((layer, i) => paintSymbol(pen, inks, layer, from + 13 * i, y, 15, true));
  if (total > 1) write(pen, inks, brief(total), from + 13 * present.length - 3 + countWidth(total) / 2, y, 12);
}

/** From where a tag belongs to where there was room for it. */
export function paintLead(pen: Pen, inks: Inks, from: { x: number; y: number }, to: { x: number; y: number }): void {
  disc(pen, from.x, from.y, 2, inks.soft);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.lineWidth = 1;
  pen.strokeStyle = inks.soft;
  pen.stroke();
}

/** Beneath what is opened in place, so that it stands out from what lies there. */
export function paintGround(pen: Pen, inks: Inks, x: number, y: number, radius: number): void {
  pen.save();
  pen.globalAlpha = 0.93;
  disc(pen, x, y, radius + 6, inks.paper);
  pen.globalAlpha = 0.35;
  pen.lineWidth = 1;
  pen.strokeStyle = inks.soft;
  pen.stroke();
  pen.restore();
}

export const TAG_HEIGHT = 22;

export function tagWidth(layers: Uint32Array): number {
  const total = layers.reduce((sum, n) => sum + n, 0);
  return 11 + 13 * layersOf(layers).length + (total > 1 ? countWidth(total) + 2 : 0);
}

function layersOf(layers: Uint32Array): number[] {
  return LAYERS.map((_, layer) => layer).filter((layer) => layers[layer]! > 0);
}

function countWidth(total: number): number {
  return brief(total).length * 7;
}

function disc(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

function write(pen: Pen, inks: Inks, text: string, x: number, y: number, size: number): void {
  pen.font = `650 ${size}px ${inks.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  pen.fillStyle = inks.ink;
  pen.fillText(text, x, y + size * 0.36);
}

/** A number in at most four letters. */
export function brief(n: number): string {
  if (n < 10_000) return digits(n);
  const [unit, letter] = n < 999_500 ? [1000, "k"] : [1_000_000, "M"];
  const whole = n / unit;
  return `${digits(whole < 9.95 ? whole.toFixed(1) : Math.round(whole))}${letter}`;
}
