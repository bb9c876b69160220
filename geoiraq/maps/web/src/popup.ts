// What is told of an incident or a base when it is chosen.

import type { Base, Incident, Report } from "./data.ts";
import { h, link, said } from "./dom.ts";
import { incidentSymbol } from "./symbols.ts";
import { writtenDate } from "./time.ts";
import { attribution, kind, placeName, toll, what, when, whenShort, where, within } from "./words.ts";

/** A list longer than this is shown in part, and says so. */
export const MOST_ROWS = 200;

export function incidentCard(incident: Incident, back: (() => void) | null): HTMLElement {
  const facts: [string, (Node | string)[]][] = [
    ["When", [when(incident)]],
    ["Where", whereCell(incident)],
    ["Who", incident.actor ? [said(incident.actor)] : []],
    ["To whom", incident.target ? [said(incident.target)] : []],
    ["Attribution", attribution(incident) ? [said(attribution(incident))] : []],
    ["Toll", toll(incident) ? [toll(incident)] : []],
  ];
  const told = facts.filter(([, cells]) => cells.length > 0);
  const list = h("dl", {}, ...told.flatMap(([term, cells]) => [h("dt", {}, term), h("dd", {}, ...cells)]));
  const n = incident.reports.length;
  return h(
    "article",
    { class: `card layer-${incident.layer}` },
    back && backButton(back),
    heading(incident),
    kind(incident) !== "" && h("p", { class: "kind" }, said(kind(incident))),
    list,
    n > 0 && h("h3", {}, n === 1 ? "Reported by" : `${n} reports`),
    ...incident.reports.map(report),
    codes(incident),
  );
}

function heading(incident: Incident): HTMLElement {
  const name = placeName(incident);
  const title = h("h2", {}, what(incident), name !== "" && h("span", { class: "at" }, said(name)));
  return h("header", {}, incidentSymbol({ ...incident, best: null, low: null, high: null }), title);
}

function whereCell(incident: Incident): Node[] {
  const names = new Set([incident.district, incident.governorate]);
  const admin = [...names].filter((name) => name !== "" && name !== placeName(incident));
  const exactness = within(incident);
  const written = incident.toponym !== "" && incident.toponym !== incident.place && incident.basis !== "unknown";
  return [
    said(where(incident)),
    ...(exactness !== "" ? [h("div", { class: "aside" }, exactness)] : []),
    ...(admin.length > 0 ? [h("div", { class: "aside" }, said(admin.join(", ")))] : []),
    ...(written ? [h("div", { class: "aside" }, "written ", said(`“${incident.toponym}”`))] : []),
  ];
}

function report({ document, quote }: Report): HTMLElement {
  const title = document.title || document.id;
  const linked = link(document.url, said(title)) ?? said(title);
  const rest = [document.publisher, document.published ? writtenDate(document.published) : ""].filter((t) => t !== "");
  return h(
    "figure",
    { class: "report" },
    quote !== "" && h("blockquote", { dir: "auto" }, quote),
    h("figcaption", {}, h("cite", {}, linked), rest.length > 0 && h("span", {}, said(rest.join(", ")))),
  );
}

function codes(incident: Incident): HTMLElement | null {
  const known = [
    incident.wherePrecision !== null && `UCDP where ${incident.wherePrecision}`,
    incident.precision !== null && `date ${incident.precision}`,
    incident.confidence !== null && `confidence ${Math.round(incident.confidence * 100)}%`,
  ].filter((code) => code !== false);
  return known.length > 0 ? h("p", { class: "codes" }, known.join(" · ")) : null;
}

function backButton(back: () => void): HTMLElement {
  const button = h("button", { type: "button", class: "back" }, "‹ all here");
  button.addEventListener("click", back);
  return button;
}

/** Several incidents at one mark: a list to choose from. */
export function stackCard(
  incidents: Incident[],
  choose: (incident: Incident) => void,
  closer: (() => void) | null,
): HTMLElement {
  const rows = incidents.slice(0, MOST_ROWS).map((incident) => row(incident, () => choose(incident)));
  const more = incidents.length - rows.length;
  const button = h("button", { type: "button", class: "closer" }, "zoom in on them");
  button.addEventListener("click", () => closer?.());
  return h(
    "article",
    { class: "card stack" },
    h("h2", {}, `${incidents.length.toLocaleString("en")} incidents around here`),
    closer && button,
    h("ul", { class: "rows" }, ...rows),
    more > 0 && h("p", { class: "aside" }, `and ${more.toLocaleString("en")} more`),
  );
}

/** An incident in a list. */
export function row(incident: Incident, choose: () => void, note = ""): HTMLLIElement {
  const name = placeName(incident);
  const number = toll(incident);
  const button = h(
    "button",
    { type: "button", class: "row", "data-incident": incident.row },
    incidentSymbol({ ...incident, best: null, low: null, high: null }),
    h(
      "span",
      { class: "row-text" },
      h("span", { class: "row-title" }, said(name || what(incident))),
      h("span", { class: "row-when" }, whenShort(incident), number !== "" && h("b", {}, ` · ${number}`)),
      note !== "" && h("span", { class: "row-note" }, said(note)),
    ),
  );
  button.addEventListener("click", choose);
  return h("li", {}, button);
}

export function baseCard(base: Base): HTMLElement {
  const spans = base.presence.map((p) =>
    h("li", {}, said(p.force), h("span", { class: "aside" }, said(spanInWords(p.from, p.until))),
      p.handed_over !== "" && h("div", {}, `handed over ${writtenDate(p.handed_over)}`),
      p.note !== "" && h("div", { class: "aside" }, said(p.note))),
  );
  const checked = base.checked ? "checked against an independent source" : "not checked against an independent source";
  return h(
    "article",
    { class: "card base-card" },
    h("h2", {}, said(base.name)),
    h("p", { class: "kind" }, "Military base", base.governorate !== "" && ", ", base.governorate !== "" && said(base.governorate)),
    spans.length > 0 && h("h3", {}, "Used by"),
    spans.length > 0 && h("ul", { class: "presence" }, ...spans),
    base.checked !== null && h("p", { class: "codes" }, `Position ${checked}`),
  );
}

function spanInWords(from: string, until: string): string {
  if (from === "" && until === "") return "";
  if (until === "") return ` from ${writtenDate(from)}`;
  if (from === "") return ` until ${writtenDate(until)}`;
  return ` ${writtenDate(from)} – ${writtenDate(until)}`;
}
