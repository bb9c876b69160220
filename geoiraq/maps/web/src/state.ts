// What is known of a base on a day.

import type { Base, Presence } from "./data.ts";
import { say } from "./language.ts";
import { dayOf, isoOf, type Day } from "./time.ts";
import { writtenDate } from "./words.ts";

/** Where nothing is dated, the bases are as they were last known. */
export const NOWADAYS = dayOf("9999-12-31");

/** "used" by a force; "left", once used and no longer; "unknown" where nothing is known of its use that day. */
export const BASE_STATES = ["used", "left", "unknown"] as const;
export type BaseState = (typeof BASE_STATES)[number];

/** Who used a base on a day, and what became of it. */
export function stateOn(base: Base, day: Day): { state: BaseState; by: string[]; handedOver: string } {
  const iso = isoOf(day);
  const using = base.presence.filter((span) => covers(span, iso));
  const past = base.presence.filter(({ until }) => until !== "" && until < iso);
  const handedOver = past.map((span) => span.handed_over).filter((date) => date !== "" && date <= iso).sort().at(-1) ?? "";
  if (using.length > 0) return { state: "used", by: using.map(({ force }) => force), handedOver };
  return { state: past.length > 0 ? "left" : "unknown", by: [], handedOver };
}

/** The same in words: "used by Iraq, handed over 29 March 2020"; empty where nothing is known. */
export function stateInWords(base: Base, day: Day): string {
  const { state, by, handedOver } = stateOn(base, day);
  const used = state === "used" ? say("base.used.by", { force: [...new Set(by)].join(say("list")) }) : "";
  const handed = handedOver === "" ? "" : say("base.handed", { day: writtenDate(handedOver) });
  const said = [used, handed].filter((words) => words !== "").join(say("list"));
  return said === "" && state === "left" ? say("base.left") : said;
}

/** Spans are written as exactly as they are known: "2003" has all of its days in it, and nothing is open. */
function covers({ from, until }: Presence, iso: string): boolean {
  return (from === "" || from <= iso.slice(0, from.length)) && (until === "" || iso.slice(0, until.length) <= until);
}
