// One mark: what it stands for, what is said of it, and the button that it is to the keyboard and the screen reader.

import type { Incidents } from "./data.ts";
import { h } from "./dom.ts";
import { MOST_LEGS } from "./fan.ts";
import { say } from "./language.ts";
import type { Sign } from "./vectors.ts";
import { placeName, what, whenShort, where } from "./words.ts";

/** What can be pointed at, in pixels of the canvas. */
export interface Mark extends Sign {
  height: number;
  count: number;
  row: number;
  rows: () => Uint32Array;
  /** Of what is opened in place: the mark for several, and one of those around it. */
  part?: "hub" | "leg";
}

/** Whether a mark opens in place; what is only known to be in an area has no places to show, and very many are listed. */
export function opens({ kind, count }: Mark): boolean {
  return kind === "ring" && count <= MOST_LEGS;
}

/** By which a mark is known again when it is drawn anew. */
function keyOf({ part, row }: Mark): string {
  return part === "leg" ? `leg ${row}` : String(row);
}

/** What it stands for, in words. */
export function captionOf(all: Incidents, { count, row, kind }: Mark): string {
  const incident = all.read(row);
  if (count === 1) return [what(incident), kind === "tag" ? where(incident) : placeName(incident), whenShort(incident)].filter(Boolean).join(say("list"));
  return kind === "tag" ? say("mark.within", { n: count, where: where(incident) }) : say("card.around", { n: count });
}

/** Arrow keys go from one to the next: all marks together are one stop of the tab key. */
export function markButton(
  mark: Mark,
  at: { x: number; y: number },
  name: string,
  { open, point }: { open: (mark: Mark) => void; point: (mark: Mark | null) => void },
): HTMLButtonElement {
  const place = { "data-x": Math.round(at.x), "data-y": Math.round(at.y), "data-key": keyOf(mark), "data-kind": mark.kind };
  const expanded = opens(mark) ? String(mark.part === "hub") : null;
  const button = h("button", { type: "button", tabindex: -1, "aria-expanded": expanded, ...place }, name);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    open(mark);
  });
  button.addEventListener("focus", () => point(mark));
  button.addEventListener("blur", () => point(null));
  button.addEventListener("keydown", (event) => {
    const way = { ArrowRight: "next", ArrowDown: "next", ArrowLeft: "previous", ArrowUp: "previous" }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const other = way === "next" ? button.nextElementSibling : button.previousElementSibling;
    if (!(other instanceof HTMLElement)) return;
    button.tabIndex = -1;
    other.tabIndex = 0;
    other.focus({ preventScroll: true });
  });
  return button;
}
