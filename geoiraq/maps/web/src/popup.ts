// What is told of an incident or a base when it is chosen.

import type { Base, Incident, Report } from "./data.ts";
import { clipped, h, link, said } from "./dom.ts";
import { digits, direction, language, say, share, term, type Key } from "./language.ts";
import { NOWADAYS, stateInWords } from "./state.ts";
import { symbol } from "./symbols.ts";
import type { Day } from "./time.ts";
import {
  attribution, dayInWords, isApproximate, kind, otherName, placeName, toll, what, when, whenShort, where, within, writtenDate,
} from "./words.ts";

/** A list longer than this is shown in part, and says so. */
export const MOST_ROWS = 200;
/** More of what one sentence tells than this is left to the list. */
export const MOST_TOGETHER = 12;
/** And a quote longer than this. */
const MOST_LETTERS = 5000;

/** `together`: what the same sentence tells besides; for a force that left, often where it went. */
export function incidentCard(
  incident: Incident,
  back: (() => void) | null,
  together: Incident[],
  choose: (incident: Incident) => void,
): HTMLElement {
  const facts: [Key, (Node | string)[]][] = [
    ["card.when", [when(incident)]],
    ["card.where", whereCell(incident)],
    ["card.actor", incident.actor ? [said(incident.actor)] : []],
    ["card.target", incident.target ? [said(incident.target)] : []],
    ["card.destination", whitherCell(incident)],
    ["card.attribution", attribution(incident) ? [said(attribution(incident))] : []],
    ["card.toll", toll(incident) ? [toll(incident)] : []],
  ];
  const told = facts.filter(([, cells]) => cells.length > 0);
  const n = incident.reports.length;
  return h(
    "article",
    { class: `card layer-${incident.layer}` },
    back && backButton(back),
    heading(incident),
    kind(incident) !== "" && h("p", { class: "kind" }, said(kind(incident))),
    h("dl", {}, ...told.flatMap(([term, cells]) => [h("dt", {}, say(term)), h("dd", {}, ...cells)])),
    n > 0 ? h("h3", {}, say("card.reports", { n })) : h("p", { class: "aside" }, say("card.unsourced")),
    ...incident.reports.map(report),
    together.length > 0 && h("h3", {}, say("card.together")),
    together.length > 0 && h("ul", { class: "rows" }, ...together.map((other) => row(other, () => choose(other)))),
    codes(incident),
  );
}

function sign(incident: Incident, size: number): SVGSVGElement {
  return symbol(incident.layer, isApproximate(incident), size);
}

function heading(incident: Incident): HTMLElement {
  const [name, other] = [placeName(incident), otherName(incident)];
  const title = h("h2", {}, h("span", { class: "what" }, what(incident)),
    name !== "" && h("span", { class: "at" }, said(name), other !== "" && h("span", { class: "other-name" }, said(other))));
  return h("header", {}, sign(incident, 22), title);
}

function whereCell(incident: Incident): Node[] {
  const { basis, district, governorate } = incident;
  // An area is not said to lie in itself.
  const names = new Set([basis === "district" ? "" : district, basis === "governorate" ? "" : governorate]);
  const admin = [...names].filter((name) => name !== "" && name !== incident.place);
  const exactness = within(incident);
  const written = incident.toponym !== "" && ![incident.place, placeName(incident)].includes(incident.toponym) && incident.basis !== "unknown";
  return [
    said(where(incident)),
    ...(exactness !== "" ? [h("div", { class: "aside" }, exactness)] : []),
    ...(admin.length > 0 ? [h("div", { class: "aside" }, said(admin.map(term).join(say("list"))))] : []),
    ...(written ? [h("div", { class: "aside" }, said(say("where.written", { name: incident.toponym })))] : []),
  ];
}

/** Where a force went, as the text says it, and which place that is; an area is said to be one. */
function whitherCell({ destination, whither, point }: Incident): Node[] {
  if (destination === "") return [];
  const name = (language() === "ar" && whither?.arabic) || whither?.name || "";
  const aside = whither === null && point !== null ? say("card.destination.vague") : name === destination ? "" : name;
  return [said(destination), ...(aside === "" ? [] : [h("div", { class: "aside" }, said(aside))])];
}

function report({ document, quote }: Report): HTMLElement {
  const title = said(document.title || document.id);
  const rest = [document.publisher, document.published ? writtenDate(document.published) : ""].filter((text) => text !== "");
  return h(
    "figure",
    { class: "report" },
    quote !== "" && quoted(quote),
    h("figcaption", {}, h("cite", {}, link(document.url, title) ?? title),
      ...rest.flatMap((text, i) => [i > 0 && say("list"), said(text)])),
  );
}

/** A quote, the rest of a very long one when it is asked for: to lay out a megabyte would stop the page. */
function quoted(quote: string): HTMLElement {
  if (quote.length <= MOST_LETTERS) return h("blockquote", { dir: "auto" }, quote);
  const start = h("span", {}, `${quote.slice(0, MOST_LETTERS)}…`);
  const rest = h("button", { type: "button", class: "back" }, say("card.whole"));
  const block = h("blockquote", { dir: "auto" }, start, rest);
  rest.addEventListener("click", () => block.replaceChildren(quote));
  return block;
}

function codes(incident: Incident): HTMLElement | null {
  const known = [
    incident.wherePrecision !== null && say("card.ucdp.where", { code: digits(incident.wherePrecision) }),
    incident.precision !== null && say("card.ucdp.date", { code: digits(incident.precision) }),
    incident.confidence !== null && say("card.confidence", { share: share(incident.confidence) }),
  ].filter((code) => code !== false);
  return known.length > 0 ? h("p", { class: "codes" }, known.join(" · ")) : null;
}

function backButton(back: () => void): HTMLElement {
  const arrow = direction() === "rtl" ? "›" : "‹";
  const button = h("button", { type: "button", class: "back" }, h("span", { "aria-hidden": "true" }, `${arrow} `), say("card.back"));
  button.addEventListener("click", back);
  return button;
}

/** Several incidents at one mark: a list to choose from. */
export function stackCard(
  incidents: Incident[],
  all: number,
  choose: (incident: Incident) => void,
  closer: (() => void) | null,
): HTMLElement {
  const rows = incidents.slice(0, MOST_ROWS).map((incident) => row(incident, () => choose(incident)));
  const button = h("button", { type: "button", class: "closer" }, say("card.nearer"));
  button.addEventListener("click", () => closer?.());
  return h(
    "article",
    { class: "card stack" },
    h("h2", {}, say("card.around", { n: all })),
    closer && button,
    h("ul", { class: "rows" }, ...rows),
    all > rows.length && h("p", { class: "aside" }, say("card.more", { n: all - rows.length })),
  );
}

/** An incident in a card's list. */
function row(incident: Incident, choose: () => void): HTMLLIElement {
  const note = [what(incident), whenShort(incident)].join(" · ");
  const number = toll(incident);
  const button = h(
    "button",
    { type: "button", class: "row", "data-incident": incident.row },
    sign(incident, 18),
    h(
      "span",
      { class: "row-text" },
      h("span", { class: "row-title" }, said(clipped(placeName(incident)) || what(incident))),
      h("span", { class: "row-note" }, note, number !== "" && h("b", {}, ` · ${number}`)),
    ),
  );
  button.addEventListener("click", choose);
  return h("li", {}, button);
}

/** `on`: the day that the timeline stands at; null where there is none. */
export function baseCard(base: Base, on: Day | null): HTMLElement {
  const [name, other] = language() === "ar" && base.arabic !== "" ? [base.arabic, base.name] : [base.name, base.arabic];
  const spans = base.presence.map((presence) =>
    h("li", {}, said(presence.force), h("span", { class: "aside" }, " ", said(spanInWords(presence.from, presence.until))),
      presence.handed_over !== "" && h("div", {}, say("base.handed", { day: writtenDate(presence.handed_over) })),
      presence.note !== "" && h("div", { class: "aside" }, said(presence.note))),
  );
  return h(
    "article",
    { class: "card base-card" },
    h("h2", {}, said(name), other !== "" && other !== name && h("span", { class: "other-name" }, said(other))),
    h("p", { class: "kind" }, say("base.kind"), base.governorate !== "" && say("list"), base.governorate !== "" && said(term(base.governorate))),
    h("h3", {}, on === null ? say("base.now") : say("base.on", { day: dayInWords(on) })),
    h("p", { class: "state" }, said(stateInWords(base, on ?? NOWADAYS) || say("base.unknown"))),
    spans.length > 0 && h("h3", {}, say("base.used")),
    spans.length > 0 && h("ul", { class: "presence" }, ...spans),
    base.checked !== null && h("p", { class: "codes" }, say(base.checked ? "base.checked" : "base.unchecked")),
  );
}

function spanInWords(from: string, until: string): string {
  if (from === "" && until === "") return "";
  if (until === "") return say("base.from", { day: writtenDate(from) });
  if (from === "") return say("base.until", { day: writtenDate(until) });
  return say("when.span", { from: writtenDate(from), to: writtenDate(until) });
}
