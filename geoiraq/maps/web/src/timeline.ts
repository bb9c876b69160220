// The span of time as a histogram with a window: two handles, and the window itself can be dragged.

import { LAYERS, type Incidents } from "./data.ts";
import { h, svg } from "./dom.ts";
import { bins, dayInWords, extent, tally, type Bin, type Day, type Unit } from "./time.ts";
import type { Filter } from "./filter.ts";
import { brief } from "./words.ts";

const HEIGHT = 46;

type Change = (change: Partial<Filter>) => void;

export class Timeline {
  readonly element: HTMLElement;
  private readonly span: { start: Day; end: Day } | null;
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly chosen = h("div", { class: "window", "aria-hidden": "true" });
  private readonly before = h("div", { class: "veil" });
  private readonly after = h("div", { class: "veil" });
  private readonly label = h("output", { class: "span" });
  private readonly reset = h("button", { type: "button", class: "reset" }, "all time");
  private readonly change: Change;

  constructor(incidents: Incidents, change: Change) {
    this.change = change;
    this.span = extent(incidents.numbers.start, incidents.numbers.end);
    this.from = this.handle("First day shown", this.span?.start ?? 0);
    this.to = this.handle("Last day shown", this.span?.end ?? 0);
    this.reset.addEventListener("click", () => this.change({ window: null }));
    const undated = countUndated(incidents);
    const head = h("div", { class: "timeline-head" }, this.label, this.reset, undated > 0 && this.undatedSwitch(undated));
    this.element = h("section", { class: "timeline", "aria-label": "Time" }, head, this.span && this.track(incidents));
    this.element.hidden = this.span === null && undated === 0;
  }

  show(filter: Filter): void {
    if (this.span === null) {
      this.label.textContent = "No dates";
      this.reset.hidden = true;
      return;
    }
    const { start, end } = filter.window ?? this.span;
    this.from.value = String(start);
    this.to.value = String(end);
    this.from.setAttribute("aria-valuetext", dayInWords(start));
    this.to.setAttribute("aria-valuetext", dayInWords(end));
    // The handle that could not be reached lies on top.
    this.from.style.zIndex = start > (this.span.start + this.span.end) / 2 ? "4" : "3";
    this.label.textContent = start === end ? brief(start) : `${brief(start)} – ${brief(end)}`;
    this.reset.hidden = filter.window === null;
    this.chosen.style.left = `${this.percent(start)}%`;
    this.chosen.style.right = `${100 - this.percent(end)}%`;
    this.before.style.right = `${100 - this.percent(start)}%`;
    this.after.style.left = `${this.percent(end)}%`;
  }

  /** The last day of all; null where nothing is dated. */
  get last(): Day | null {
    return this.span?.end ?? null;
  }

  private percent(day: Day): number {
    const { start, end } = this.span!;
    return end === start ? (day > start ? 100 : 0) : ((day - start) / (end - start)) * 100;
  }

  private handle(name: string, value: Day): HTMLInputElement {
    const { start, end } = this.span ?? { start: 0, end: 0 };
    const input = h("input", { type: "range", min: start, max: end, step: 1, "aria-label": name, class: "handle" });
    input.value = String(value);
    input.addEventListener("input", () => this.moved(input));
    return input;
  }

  private moved(by: HTMLInputElement): void {
    let [start, end] = [Number(this.from.value), Number(this.to.value)];
    if (start > end) [start, end] = by === this.from ? [end, end] : [start, start];
    this.set(start, end);
  }

  private set(start: Day, end: Day): void {
    const all = this.span!.start === start && this.span!.end === end;
    this.change({ window: all ? null : { start, end } });
  }

  private undatedSwitch(count: number): HTMLElement {
    const box = h("input", { type: "checkbox", checked: true, class: "undated" });
    box.addEventListener("change", () => this.change({ undated: box.checked }));
    return h("label", { class: "switch" }, box, `undated (${count.toLocaleString("en")})`);
  }

  private track(incidents: Incidents): HTMLElement {
    const span = this.span!;
    const cut = bins(span);
    const track = h("div", { class: "track" }, histogram(incidents, cut.bins, span), this.before, this.after, this.chosen, this.from, this.to);
    track.hidden = span.start === span.end;
    this.draggable();
    return h("div", {}, track, axis(span));
  }

  /** Drag the window along; the handles serve the keyboard. */
  private draggable(): void {
    let grip: { x: number; start: Day; end: Day } | null = null;
    this.chosen.addEventListener("pointerdown", (event) => {
      grip = { x: event.clientX, start: Number(this.from.value), end: Number(this.to.value) };
      this.chosen.setPointerCapture(event.pointerId);
    });
    this.chosen.addEventListener("pointermove", (event) => {
      if (grip === null) return;
      const { start, end } = this.span!;
      const width = this.chosen.parentElement!.clientWidth;
      const wanted = Math.round(((event.clientX - grip.x) / width) * (end - start));
      const step = Math.max(start - grip.start, Math.min(end - grip.end, wanted));
      this.set(grip.start + step, grip.end + step);
    });
    for (const over of ["pointerup", "pointercancel"]) this.chosen.addEventListener(over, () => (grip = null));
  }
}

function countUndated(incidents: Incidents): number {
  let undated = 0;
  for (let row = 0; row < incidents.count; row++) if (!incidents.isDated(row)) undated++;
  return undated;
}

function histogram(incidents: Incidents, cut: Bin[], span: { start: Day; end: Day }): SVGSVGElement {
  const days = span.end - span.start + 1;
  const { start, end } = incidents.numbers;
  const total = tally(cut, { start, end, layer: incidents.layer }, LAYERS.length, () => 1);
  const stacks = cut.map((_, i) => LAYERS.map((_, l) => total[i * LAYERS.length + l]!));
  const highest = Math.max(...stacks.map((stack) => stack.reduce((a, b) => a + b, 0)), 1e-9);
  const bars = cut.flatMap((bin, i) => {
    const left = Math.max(0, ((bin.start - span.start) / days) * 1000);
    const right = Math.min(1000, ((bin.end + 1 - span.start) / days) * 1000);
    let y = HEIGHT;
    return LAYERS.map((layer, l) => {
      const height = (stacks[i]![l]! / highest) * (HEIGHT - 4);
      y -= height;
      const place = { x: left + 0.8, y: y.toFixed(2), width: Math.max(right - left - 1.6, 0.8), height: height.toFixed(2) };
      return height > 0 ? svg("rect", { ...place, class: `bar layer-${layer}` }) : null;
    });
  });
  const look = { viewBox: `0 0 1000 ${HEIGHT}`, preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" };
  return svg("svg", look, ...bars);
}

const MONTH_LETTERS: Intl.DateTimeFormatOptions = { month: "short", timeZone: "UTC" };

/** A few names under the bars: as many as there is room for on a phone. */
function axis(span: { start: Day; end: Day }): HTMLElement {
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
  return h("div", { class: "axis", "aria-hidden": "true" }, ...ticks);
}

/** January is named by its year; the line above the bars says in full which days they span. */
function tickName(day: Day, unit: Unit): string {
  const date = new Date(day * 86_400_000);
  const year = String(date.getUTCFullYear());
  if (unit === "year" || unit === "decade") return year;
  const month = date.toLocaleDateString("en", MONTH_LETTERS);
  if (unit === "day" || unit === "week") return `${date.getUTCDate()} ${month}`;
  return date.getUTCMonth() === 0 ? year : month;
}
