// The span of time as a histogram with a window: two handles, a window that can be dragged along, and a button that plays.

import type { Incidents } from "./data.ts";
import { h } from "./dom.ts";
import type { Filter } from "./filter.ts";
import { axis, barsNames, histogram } from "./histogram.ts";
import { say } from "./language.ts";
import { Player } from "./player.ts";
import { scaleOf, type Scale } from "./scale.ts";
import type { Selection } from "./selection.ts";
import { extent, type Day } from "./time.ts";
import { brief, dayInWords } from "./words.ts";

type Change = (change: Partial<Filter>) => void;

/** Days by which keys move the window; with the page keys it moves by its own length. */
const KEYS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
const PAGES: Record<string, number> = { PageUp: 1, PageDown: -1 };

export class Timeline {
  readonly element: HTMLElement;
  private readonly incidents: Incidents;
  private readonly span: { start: Day; end: Day } | null;
  private readonly scale: Scale | null;
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly grips: HTMLElement[];
  private readonly chosen = h("div", { class: "window", role: "slider", "aria-label": say("time.window") });
  private readonly before = h("div", { class: "veil" });
  private readonly after = h("div", { class: "veil" });
  private readonly bars = h("div", { class: "bars" });
  private readonly label = h("output", { class: "span" });
  private readonly reset = h("button", { type: "button", class: "reset" }, say("time.all"));
  private readonly play = h("button", { type: "button", class: "play" });
  private readonly undated = h("input", { type: "checkbox", class: "undated" });
  private readonly change: Change;
  private readonly player: Player | null;
  private readonly isDeadly: boolean;
  private counted: Uint8Array | null = null;

  constructor(incidents: Incidents, change: Change) {
    this.incidents = incidents;
    this.change = change;
    this.span = extent(incidents.numbers.start, incidents.numbers.end);
    const { start, end } = incidents.numbers;
    this.scale = this.span && scaleOf(this.span, start, end);
    this.isDeadly = start.some((_, row) => incidents.isDated(row) && incidents.deaths(row) > 0);
    this.from = this.handle(say("time.first"), this.span?.start ?? 0);
    this.to = this.handle(say("time.last"), this.span?.end ?? 0);
    this.grips = [this.from, this.to].map((handle) => this.grip(handle));
    const onward = (day: Day, part: number): Day => this.scale!.day(this.scale!.at(day) + part);
    this.player = this.span && new Player(this.span, onward, ({ start, end }) => this.set(start, end), (playing) => this.tellPlaying(playing));
    this.reset.addEventListener("click", () => this.stopAnd(() => this.change({ window: null })));
    this.play.addEventListener("click", () => this.toggle());
    this.tellPlaying(false);
    const moving = this.span !== null && this.span.start < this.span.end;
    const head = h("div", { class: "timeline-head" }, moving && this.play, this.label, this.reset, this.leftOut(), this.undatedSwitch());
    this.element = h("section", { class: "timeline", "aria-label": say("time") }, head, moving && this.track());
    this.element.hidden = this.span === null && countUndated(incidents) === 0;
  }

  show({ window, undated }: Filter, { asked }: Selection): void {
    this.undated.checked = undated;
    this.reset.hidden = window === null;
    if (this.span === null) {
      this.label.textContent = say("time.none");
      return;
    }
    if (asked !== this.counted) this.bars.replaceChildren(histogram(this.incidents, this.scale!, asked, this.isDeadly));
    this.counted = asked;
    const { start, end } = window ?? this.span;
    this.label.textContent = start === end ? brief(start) : say("when.span", { from: brief(start), to: brief(end) });
    this.tellHandles(start, end);
    const [first, last] = [start, end].map((day) => 100 * this.scale!.at(day)) as [number, number];
    this.chosen.style.left = `${first}%`;
    this.chosen.style.right = `${100 - last}%`;
    this.before.style.right = `${100 - first}%`;
    this.after.style.left = `${last}%`;
    [first, last].forEach((at, i) => (this.grips[i]!.style.left = `${at}%`));
    // The one that could not be reached lies on top.
    this.grips[0]!.style.zIndex = first > 50 ? "4" : "3";
  }

  /** The last day of all; null where nothing is dated. */
  get last(): Day | null {
    return this.span?.end ?? null;
  }

  /** Time stands still: the page says something else from here on. */
  stop(): void {
    this.player?.stop();
  }

  private tellHandles(start: Day, end: Day): void {
    this.from.value = String(start);
    this.to.value = String(end);
    this.from.setAttribute("aria-valuetext", dayInWords(start));
    this.to.setAttribute("aria-valuetext", dayInWords(end));
    this.chosen.setAttribute("aria-valuenow", String(start));
    this.chosen.setAttribute("aria-valuetext", this.label.textContent!);
    this.chosen.tabIndex = this.reset.hidden ? -1 : 0;
  }

  /** The keyboard and the screen reader have a slider of days; what is dragged follows the axis, cut or not. */
  private handle(name: string, value: Day): HTMLInputElement {
    const { start, end } = this.span ?? { start: 0, end: 0 };
    const input = h("input", { type: "range", min: start, max: end, step: 1, "aria-label": name, class: "handle" });
    input.value = String(value);
    input.addEventListener("input", () => this.stopAnd(() => this.moved(input)));
    return input;
  }

  private grip(handle: HTMLInputElement): HTMLElement {
    const grip = h("div", { class: "grip" });
    let held: number | null = null;
    grip.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.focus({ preventScroll: true });
      const { left, width } = grip.getBoundingClientRect();
      held = event.clientX - (left + width / 2);
      grip.setPointerCapture(event.pointerId);
    });
    grip.addEventListener("pointermove", (event) => {
      if (held === null) return;
      const { left, width } = grip.parentElement!.getBoundingClientRect();
      handle.value = String(this.scale!.day((event.clientX - held - left) / width));
      this.stopAnd(() => this.moved(handle));
    });
    for (const over of ["pointerup", "pointercancel"]) grip.addEventListener(over, () => (held = null));
    return grip;
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

  /** Move the window along, as far as there is time. */
  private shift(from: { start: Day; end: Day }, days: number): void {
    const { start, end } = this.span!;
    const step = Math.max(start - from.start, Math.min(end - from.end, days));
    this.set(from.start + step, from.end + step);
  }

  private window(): { start: Day; end: Day } {
    return { start: Number(this.from.value), end: Number(this.to.value) };
  }

  private toggle(): void {
    if (this.player!.playing) this.player!.stop();
    else this.player!.play(this.reset.hidden ? null : this.window());
  }

  private stopAnd(then: () => void): void {
    this.stop();
    then();
  }

  private tellPlaying(playing: boolean): void {
    this.play.setAttribute("aria-label", say(playing ? "time.pause" : "time.play"));
    this.play.classList.toggle("playing", playing);
  }

  private undatedSwitch(): HTMLElement | null {
    const count = countUndated(this.incidents);
    this.undated.addEventListener("change", () => this.change({ undated: this.undated.checked }));
    return count === 0 ? null : h("label", { class: "switch" }, this.undated, say("time.undated", { n: count }));
  }

  /** What the axis leaves out, in words. */
  private leftOut(): HTMLElement | null {
    const cuts = this.scale?.cuts ?? [];
    const told = cuts.map(({ start, end }) => say("when.span", { from: brief(start), to: brief(end) }));
    return cuts.length === 0 ? null : h("p", { class: "left-out" }, say("time.cut", { days: told.join(say("list")) }));
  }

  /** Where the axis is cut. */
  private cuts(): HTMLElement[] {
    return this.scale!.cuts.map(({ start, end, from, to }) => {
      const told = say("time.cut.told", { from: dayInWords(start), to: dayInWords(end) });
      const cut = h("div", { class: "cut", role: "img", "aria-label": told, title: told });
      cut.style.left = `${from * 100}%`;
      cut.style.width = `${(to - from) * 100}%`;
      return cut;
    });
  }

  private track(): HTMLElement {
    const span = this.span!;
    // Time runs from left to right in every language: handles, window and bars stay together.
    const track = h("div", { class: "track", dir: "ltr" }, this.bars, ...this.cuts(), this.before, this.after, this.chosen,
      this.from, this.grips[0], this.to, this.grips[1]);
    this.chosen.setAttribute("aria-valuemin", String(span.start));
    this.chosen.setAttribute("aria-valuemax", String(span.end));
    this.draggable();
    return h("div", { class: this.isDeadly ? "chart named" : "chart" }, this.isDeadly && barsNames(), track, axis(this.scale!));
  }

  private draggable(): void {
    let grip: { x: number; start: Day; end: Day } | null = null;
    this.chosen.addEventListener("pointerdown", (event) => {
      this.stop();
      grip = { x: event.clientX, ...this.window() };
      this.chosen.setPointerCapture(event.pointerId);
    });
    this.chosen.addEventListener("pointermove", (event) => {
      if (grip === null) return;
      const moved = (event.clientX - grip.x) / this.chosen.parentElement!.clientWidth;
      this.shift(grip, this.scale!.day(this.scale!.at(grip.start) + moved) - grip.start);
    });
    for (const over of ["pointerup", "pointercancel"]) this.chosen.addEventListener(over, () => (grip = null));
    this.chosen.addEventListener("keydown", (event) => {
      const window = this.window();
      const days = KEYS[event.key] ?? (PAGES[event.key] ?? 0) * (window.end - window.start + 1);
      if (days === 0) return;
      event.preventDefault();
      this.stopAnd(() => this.shift(window, days));
    });
  }
}

function countUndated(incidents: Incidents): number {
  let undated = 0;
  for (let row = 0; row < incidents.count; row++) if (!incidents.isDated(row)) undated++;
  return undated;
}
