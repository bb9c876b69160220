// What is known of a base on a day.

import type { Base, Presence } from "./data.ts";
import { isoOf, type Day } from "./time.ts";

/** "used" by a force; "left", once used and no longer; "unknown" where nothing is known of its use that day. */
export type BaseState = "used" | "left" | "unknown";

/** Who used a base on a day, and what became of it. */
export function stateOn(base: Base, day: Day): { state: BaseState; by: string[]; handedOver: string } {
  const iso = isoOf(day);
  const using = base.presence.filter((span) => covers(span, iso));
  if (using.length > 0) return { state: "used", by: using.map(({ force }) => force), handedOver: "" };
  const past = base.presence.filter(({ until }) => until !== "" && until < iso);
  const handedOver = past.map((span) => span.handed_over).filter((date) => date !== "" && date <= iso).sort().at(-1) ?? "";
  return { state: past.length > 0 ? "left" : "unknown", by: [], handedOver };
}

/** Spans are written as exactly as they are known: "2003" has all of its days in it, and nothing is open. */
function covers({ from, until }: Presence, iso: string): boolean {
  return (from === "" || from <= iso.slice(0, from.length)) && (until === "" || iso.slice(0, until.length) <= until);
}
