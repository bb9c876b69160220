// Incidents over time, upwards, and those killed, downwards: in the layers' colours, bins that follow the calendar.

import { LAYERS, type Incidents } from "./data.ts";
import { h, svg } from "./dom.ts";
import { digits, monthName, say } from "./language.ts";
import { bins, partsOf, tally, type Bin, type Day, type Unit } from "./time.ts";

/** In units of the picture, which is stretched to where it stands. */
const WIDTH = 1000;
const UP = 44;
const DOWN = 20;
/** Between the two. */
const LINE = 2;

interface Span {
  start: Day;
  end: Day;
}

/** Bars for the rows that are marked; nothing downwards where none was killed. */
export function histogram(incidents: Incidents, span: Span, marked: Uint8Array): Element[] {
  const cut = bins(span).bins;
  const { start, end } = incidents.numbers;
  const of = (weight: (row: number) => number): Float64Array => tally(cut, { start, end, layer: incidents.layer }, LAYERS.length, weight);
  const reported = bars(of((row) => marked[row]!), cut, span, UP, -1, UP);
  const killed = bars(of((row) => (marked[row] === 0 ? 0 : incidents.deaths(row))), cut, span, UP + LINE, 1, DOWN);
  const height = killed.length > 0 ? UP + LINE + DOWN : UP;
  const look = { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" };
  const picture = svg("svg", look, svg("g", { class: "reported" }, ...reported), svg("g", { class: "killed" }, ...killed));
  if (killed.length === 0) return [picture];
  const names = (["time.reported", "time.killed"] as const).map((key) => h("span", { "aria-hidden": "true" }, say(key)));
  return [picture, h("div", { class: "bars-names" }, ...names)];
}

/** Stacks from a line upwards or downwards, the highest as high as there is room. */
function bars(total: Float64Array, cut: Bin[], span: Span, line: number, way: 1 | -1, room: number): SVGRectElement[] {
  const days = span.end - span.start + 1;
  const stacks = cut.map((_, i) => total.subarray(i * LAYERS.length, (i + 1) * LAYERS.length));
  const highest = Math.max(...stacks.map((stack) => stack.reduce((a, b) => a + b, 0)));
  return cut.flatMap((bin, i) => {
    const left = Math.max(0, ((bin.start - span.start) / days) * WIDTH);
    const right = Math.min(WIDTH, ((bin.end + 1 - span.start) / days) * WIDTH);
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
export function axis(span: Span): HTMLElement {
  const coarse = bins(span, 24);
  const days = span.end - span.start + 1;
  const whole = coarse.bins.filter((bin) => bin.start >= span.start);
  const step = Math.ceil(whole.length / 8);
  const named = whole.length > 0 ? whole.filter((_, i) => i % step === 0) : coarse.bins;
  const ticks = named.map((bin, i) => {
    const left = (Math.max(0, bin.start - span.start) / days) * 100;
    const tick = h("span", { class: "tick" }, left > 93 && i > 0 ? "" : tickName(bin.start, coarse.unit));
    tick.style.left = `${left}%`;
    return tick;
  });
  return h("div", { class: "axis", dir: "ltr", "aria-hidden": "true" }, ...ticks);
}

/** January is named by its year; the line above the bars says in full which days they span. */
function tickName(day: Day, unit: Unit): string {
  const { year, month, date } = partsOf(day);
  if (unit === "year" || unit === "decade") return digits(year);
  if (unit === "day" || unit === "week") return `${digits(date)} ${monthName(month, true)}`;
  return month === 1 ? digits(year) : monthName(month, true);
}
