// Incidents over time, upwards, and those killed, downwards: in the layers' colours, bins that follow the calendar.

import { LAYERS, type Incidents } from "./data.ts";
import { h, svg } from "./dom.ts";
import { digits, monthName, say } from "./language.ts";
import type { Scale, Stretch } from "./scale.ts";
import { bins, coarser, cutInto, partsOf, tally, unitFor, type Bin, type Day, type Unit } from "./time.ts";

/** In units of the picture, which is stretched to where it stands. */
const WIDTH = 1000;
const UP = 44;
const DOWN = 20;
/** Between the two. */
const LINE = 2;

/** No more bars than these: on the widest stretch of the axis, and in all. */
const MOST_SIDE_BY_SIDE = 120;
const MOST = 400;

/** Bars for the rows that are marked; those killed downwards, where of any incident it is said that somebody was. */
export function histogram(incidents: Incidents, scale: Scale, marked: Uint8Array, isDeadly: boolean): Element {
  const cut = binsOf(scale);
  const { start, end } = incidents.numbers;
  const of = (weight: (row: number) => number): Float64Array => tally(cut, { start, end, layer: incidents.layer }, LAYERS.length, weight);
  const reported = bars(of((row) => marked[row]!), cut, scale, UP, -1, UP);
  const killed = bars(of((row) => (marked[row] === 0 ? 0 : incidents.deaths(row))), cut, scale, UP + LINE, 1, DOWN);
  const height = isDeadly ? UP + LINE + DOWN : UP;
  const look = { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" };
  return svg("svg", look, svg("g", { class: "reported" }, ...reported), svg("g", { class: "killed" }, ...killed));
}

/** What is counted upwards and what downwards, beside the bars. */
export function barsNames(): HTMLElement {
  const names = (["time.reported", "time.killed"] as const).map((key) => h("span", {}, say(key)));
  return h("div", { class: "bars-names", "aria-hidden": "true" }, ...names);
}

/** Bins that follow the calendar, of one unit everywhere so that their heights compare; what is left out is one bin. */
function binsOf({ stretches, cuts }: Scale): Bin[] {
  const widest = stretches.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const days = stretches.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  const share = widest.to - widest.from;
  const finest = unitFor(widest.end - widest.start + 1, MOST_SIDE_BY_SIDE * share);
  const unit = coarser(finest, unitFor(days, MOST));
  const clipped = stretches.flatMap(({ start, end }) =>
    cutInto(unit, { start, end }).map((bin) => ({ start: Math.max(bin.start, start), end: Math.min(bin.end, end) })));
  return [...clipped, ...cuts].sort((a, b) => a.start - b.start);
}

/** Stacks from a line upwards or downwards, the highest as high as there is room. */
function bars(total: Float64Array, cut: Bin[], scale: Scale, line: number, way: 1 | -1, room: number): SVGRectElement[] {
  const stacks = cut.map((_, i) => total.subarray(i * LAYERS.length, (i + 1) * LAYERS.length));
  const highest = Math.max(...stacks.map((stack) => stack.reduce((a, b) => a + b, 0)));
  return cut.flatMap((bin, i) => {
    const left = scale.edges(bin.start).from * WIDTH;
    const right = scale.edges(bin.end).to * WIDTH;
    let y = line;
    return LAYERS.flatMap((layer, l) => {
      const height = (stacks[i]![l]! / highest) * (room - 2);
      if (!(height > 0)) return [];
      const top = way === 1 ? y : y - height;
      y += way * height;
      const place = { x: left + 0.8, y: top.toFixed(2), width: Math.max(right - left - 1.6, 0.8), height: height.toFixed(2) };
      return [svg("rect", { ...place, class: `bar layer-${layer}` })];
    });
  });
}

/** A few names under the bars: as many as there is room for on a phone. */
export function axis(scale: Scale): HTMLElement {
  return h("div", { class: "axis", dir: "ltr", "aria-hidden": "true" }, ...scale.stretches.flatMap((stretch) => ticks(stretch, scale)));
}

/** Room for a name, as a part of the axis; a stretch with room for two only bears its first year. */
const NAME = 0.07;

function ticks(stretch: Stretch, scale: Scale): HTMLElement[] {
  const share = stretch.to - stretch.from;
  if (scale.cuts.length > 0 && share < 2 * NAME) return [tick(stretch.from, digits(partsOf(stretch.start).year))];
  const coarse = bins(stretch, 24 * share);
  const whole = coarse.bins.filter((bin) => bin.start >= stretch.start);
  const names = coarse.unit === "day" || coarse.unit === "week" ? 5 : 8; // "20 Jan" is longer than "Jan"
  const step = Math.ceil(whole.length / (names * share));
  const named = whole.length > 0 ? whole.filter((_, i) => i % step === 0) : coarse.bins;
  const starts = named.map((bin) => (bin.start < stretch.start ? stretch.from : scale.edges(bin.start).from));
  return named.flatMap((bin, i) => {
    const [left, name, year] = [starts[i]!, tickName(bin.start, coarse.unit), digits(partsOf(bin.start).year)];
    // Each side of a cut says in which year it begins, and takes the room for it.
    if (i === 0 && scale.cuts.length > 0) return tick(left, name === year ? year : `${monthName(partsOf(bin.start).month, true)} ${year}`);
    if (scale.cuts.length > 0 && left < starts[0]! + 2.5 * NAME) return [];
    return tick(left, left > stretch.to - NAME && i > 0 ? "" : name);
  });
}

function tick(left: number, name: string): HTMLElement {
  const element = h("span", { class: "tick" }, name);
  element.style.left = `${left * 100}%`;
  return element;
}

/** January is named by its year; the line above the bars says in full which days they span. */
function tickName(day: Day, unit: Unit): string {
  const { year, month, date } = partsOf(day);
  if (unit === "year" || unit === "decade") return digits(year);
  if (unit === "day" || unit === "week") return `${digits(date)} ${monthName(month, true)}`;
  return month === 1 ? digits(year) : monthName(month, true);
}
