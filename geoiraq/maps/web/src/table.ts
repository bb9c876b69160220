// The incidents shown, as a table of which only the rows in sight exist: a million are scrolled like ten, and a screen
// reader is told how many there are and which one it is on.

import type { Incident, Incidents } from "./data.ts";
import { clipped, h, said } from "./dom.ts";
import { number, say } from "./language.ts";
import type { Sort, SortKey } from "./order.ts";
import { symbol } from "./symbols.ts";
import { deaths, isApproximate, kindShort, placeName, toll, whenShort, where, whyUnplaced } from "./words.ts";

/** Pixels a row is high, as the style has it. */
const ROW = 46;
/** Rows made beyond those in sight, above and below. */
const MARGIN = 8;
/** No browser lets an element be higher than some 17 million pixels. */
const HIGHEST = 15_000_000;
/** More rows than these are not printed. */
const MOST_PRINTED = 1000;

export interface TableEvents {
  sort: (key: SortKey) => void;
  /** `row` is the incident's, in the data. */
  choose: (row: number) => void;
}

/** The height of so many rows, as far as a browser allows. */
export function heightOf(count: number): number {
  return Math.min(count * ROW, HIGHEST);
}

/** Which of `count` rows comes first in a window of that height, when so much of the table is scrolled away. */
export function firstInSight(scrolled: number, window: number, count: number): number {
  const way = heightOf(count) - window;
  const last = count - Math.floor(window / ROW);
  if (way <= 0 || last <= 0) return 0;
  return Math.floor((Math.max(0, Math.min(scrolled, way)) / way) * last);
}

/** How far to scroll for that row to come first: the reverse. */
export function scrollTo(first: number, window: number, count: number): number {
  const way = heightOf(count) - window;
  const last = count - Math.floor(window / ROW);
  if (way <= 0 || last <= 0) return 0;
  return Math.min(Math.ceil((first / last) * way), way);
}

export class Table {
  readonly element = h("div", { class: "table" });
  private readonly table = h("table", { role: "grid" });
  private readonly scroller: HTMLElement;
  private readonly above = h("tbody", { "aria-hidden": "true" });
  private readonly body = h("tbody");
  private readonly below = h("tbody", { "aria-hidden": "true" });
  private readonly nothing = h("p", { class: "aside nothing" });
  private readonly note = h("p", { class: "aside printed" });
  private readonly heads = new Map<SortKey, HTMLTableCellElement>();
  private readonly incidents: Incidents;
  private readonly events: TableEvents;
  private rows: Uint32Array = new Uint32Array();
  /** Where the keyboard stands, as a place in `rows`. */
  private at = 0;
  private drawn = "";
  private isOnPaper = false;
  private chosen: number | null = null;

  /** `scroller` is the element that scrolls, the table and whatever stands above it. */
  constructor(incidents: Incidents, scroller: HTMLElement, events: TableEvents) {
    this.incidents = incidents;
    this.scroller = scroller;
    this.events = events;
    const head = h("tr", { "aria-rowindex": 1 }, this.head("when"), this.head("where"), this.head("killed"));
    this.table.setAttribute("aria-label", say("table.name"));
    this.nothing.textContent = say("table.none");
    this.table.append(h("thead", {}, head), this.above, this.body, this.below);
    this.element.append(this.table, this.nothing, this.note);
    scroller.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(scroller);
    this.body.addEventListener("click", (event) => this.clicked(event.target as Element));
    this.body.addEventListener("keydown", (event) => this.key(event));
  }

  show(rows: Uint32Array, sort: Sort): void {
    this.rows = rows;
    this.at = Math.min(this.at, Math.max(0, rows.length - 1));
    this.redraw();
    this.table.setAttribute("aria-rowcount", String(rows.length + 1));
    this.nothing.hidden = rows.length > 0;
    for (const [key, head] of this.heads) {
      head.setAttribute("aria-sort", key !== sort.key ? "none" : sort.down ? "descending" : "ascending");
    }
  }

  /** Mark the incident that is being read; null: none. */
  choose(row: number | null): void {
    this.chosen = row;
    for (const line of this.body.children) {
      const chosen = row !== null && Number((line as HTMLElement).dataset.incident) === row;
      line.setAttribute("aria-selected", String(chosen));
    }
  }

  /** Give the keyboard to the row it was last on. */
  focus(): void {
    this.line(this.at)?.focus({ preventScroll: true });
  }

  private head(key: SortKey): HTMLTableCellElement {
    const button = h("button", { type: "button", class: "sort" }, say(`table.${key}`));
    button.addEventListener("click", () => this.events.sort(key));
    const head = h("th", { scope: "col", class: `column-${key}` }, button);
    this.heads.set(key, head);
    return head;
  }

  private redraw(): void {
    this.drawn = "";
    if (this.isOnPaper) this.print();
    else this.draw();
  }

  /** How high the room for rows is, and how many pixels of the rows are scrolled away above it. */
  private sight(): { window: number; scrolled: number } {
    const { scrollTop, clientHeight } = this.scroller;
    const head = this.table.tHead!.offsetHeight;
    return { window: Math.max(ROW, clientHeight - head), scrolled: Math.max(0, scrollTop - this.top()) };
  }

  /** Where the table begins within what scrolls. */
  private top(): number {
    return this.table.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top + this.scroller.scrollTop;
  }

  private draw(): void {
    if (this.isOnPaper) return;
    const { window, scrolled } = this.sight();
    const count = this.rows.length;
    const first = firstInSight(scrolled, window, count);
    const from = Math.max(0, first - MARGIN);
    const until = Math.min(count, first + Math.ceil(window / ROW) + 1 + MARGIN);
    // Of a table too high for the browser, the rows in sight stand where one looks; of any other, where they would.
    const top = heightOf(count) < HIGHEST ? from * ROW : Math.max(0, Math.round(scrolled) - (first - from) * ROW);
    const drawn = `${from} ${until} ${top}`;
    if (this.drawn === drawn) return;
    this.drawn = drawn;
    const focused = this.body.contains(document.activeElement);
    this.fill(from, until);
    this.space(this.above, Math.min(top, heightOf(count) - (until - from) * ROW));
    this.space(this.below, heightOf(count) - top - (until - from) * ROW);
    if (focused) this.line(this.at)?.focus({ preventScroll: true });
  }

  private fill(from: number, until: number): void {
    const lines: HTMLTableRowElement[] = [];
    for (let i = from; i < until; i++) lines.push(this.rowOf(i));
    this.body.replaceChildren(...lines);
    if (lines.length > 0 && this.line(this.at) === undefined) lines[0]!.tabIndex = 0;
  }

  private space(part: HTMLElement, height: number): void {
    part.replaceChildren(...(height > 0 ? [h("tr", {}, h("td", { colspan: 3 }))] : []));
    const row = part.firstElementChild as HTMLElement | null;
    if (row !== null) row.style.height = `${height}px`;
  }

  private rowOf(i: number): HTMLTableRowElement {
    const incident = this.incidents.read(this.rows[i]!);
    const look = { class: "row", role: "row", "aria-rowindex": i + 2, "data-incident": incident.row, "aria-selected": String(incident.row === this.chosen) };
    return h("tr", { ...look, tabindex: i === this.at ? 0 : -1 },
      h("td", { class: "row-when" }, h("div", { class: "row-cell" }, h("span", {}, whenShort(incident)))),
      h("td", { class: "row-where" }, h("div", { class: "row-cell" }, symbol(incident.layer, isApproximate(incident), 18), about(incident))),
      h("td", { class: "row-killed", title: toll(incident) || null }, deaths(incident)));
  }

  private line(i: number): HTMLElement | undefined {
    return [...this.body.children].find((line) => line.ariaRowIndex === String(i + 2)) as HTMLElement | undefined;
  }

  private clicked(target: Element): void {
    const line = target.closest<HTMLElement>("tr");
    if (line === null) return;
    this.go(Number(line.ariaRowIndex) - 2);
    this.events.choose(Number(line.dataset.incident));
  }

  private key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
    const steps: Record<string, number> = {
      ArrowDown: this.at + 1, ArrowUp: this.at - 1, PageDown: this.at + page, PageUp: this.at - page, Home: 0, End: this.rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) this.go(Math.max(0, Math.min(to, this.rows.length - 1)));
    else if (event.key === "Enter" || event.key === " ") this.events.choose(this.rows[this.at]!);
    else return;
    event.preventDefault();
  }

  /** Put the keyboard on that row and bring it into sight. */
  private go(i: number): void {
    this.at = i;
    const { window, scrolled } = this.sight();
    const [room, count] = [Math.floor(window / ROW), this.rows.length];
    const first = firstInSight(scrolled, window, count);
    const hidden = this.scroller.scrollTop < this.top() && (i + 1) * ROW > this.scroller.clientHeight - (this.top() - this.scroller.scrollTop);
    if (hidden || i <= first || i >= first + room) {
      this.scroller.scrollTop = this.top() + scrollTo(i <= first ? i : Math.max(0, i - room + 1), window, count);
    }
    this.redraw();
    for (const line of this.body.children) (line as HTMLElement).tabIndex = -1;
    const line = this.line(i);
    if (line === undefined) return;
    line.tabIndex = 0;
    line.focus({ preventScroll: true });
  }

  /** On paper all rows exist, as many as anyone prints. */
  layOut(onPaper: boolean): void {
    this.isOnPaper = onPaper;
    this.redraw();
  }

  private print(): void {
    const [printed, all] = [Math.min(this.rows.length, MOST_PRINTED), this.rows.length];
    this.fill(0, printed);
    this.space(this.above, 0);
    this.space(this.below, 0);
    this.note.textContent = printed < all ? say("table.printed", { n: printed, all: number(all) }) : "";
  }
}

/** Place, and beneath it what happened; why it is not on the map, where it is not. */
function about(incident: Incident): HTMLElement {
  const name = placeName(incident);
  const told = name === "" ? where(incident) : kindShort(incident);
  const note = incident.point === null ? whyUnplaced(incident) : told;
  return h("span", { class: "row-text" }, h("span", { class: "row-title" }, said(clipped(name) || kindShort(incident))), h("span", { class: "row-note" }, said(clipped(note))));
}
