// What is known of an incident, in words a reader understands, claiming no more than is known.

import { AREAS, type Incident, type Layer } from "./data.ts";
import { attributed, digits, language, monthName, number, say, sideName, term, type Key } from "./language.ts";
import { partsOf, type Day, type Parts } from "./time.ts";

export function isApproximate(incident: Incident): boolean {
  return AREAS.has(incident.basis) || (incident.basis === "" && incident.area !== null);
}

export function layerName(layer: Layer): string {
  return say(`layer.${layer}`);
}

export function layersName(layer: Layer | "bases"): string {
  return say(`layers.${layer}`);
}

export function what(incident: Incident): string {
  return layerName(incident.layer);
}

/** ACLED's terms, most specific last, without saying the same twice. */
export function kind(incident: Incident): string {
  const terms = [incident.type, incident.subtype].filter((term) => term !== "");
  return [...new Set(terms)].map(term).join(" · ");
}

/** The most specific of them, else the layer. */
export function kindShort(incident: Incident): string {
  return term(incident.subtype || incident.type) || what(incident);
}

/** "4 May 2020". */
export function dayInWords(day: Day, short = false): string {
  const { year, month, date } = partsOf(day);
  return `${digits(date)} ${monthName(month, short)} ${digits(year)}`;
}

export function brief(day: Day): string {
  return dayInWords(day, true);
}

/** "4 May 2020" from a date that may be written less exactly: "2003", "2003-04", "2003-04-09"; else as it is. */
export function writtenDate(written: string): string {
  const parts = /^(\d{1,4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (parts === null) return written;
  const [year, month, date] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (month === null || month === undefined) return digits(year!);
  if (month < 1 || month > 12) return written;
  return `${date === null || date === undefined ? "" : `${digits(date)} `}${monthName(month)} ${digits(year!)}`;
}

export function when(incident: Incident): string {
  const { start, end } = incident.span;
  if (start === null && end === null) return say("when.none");
  if (start === null) return say("when.until", { day: dayInWords(end!) });
  if (end === null) return say("when.since", { day: dayInWords(start) });
  if (start === end) return dayInWords(start);
  const whole = incident.precision === 1 ? "" : wholeSpan(start, end);
  if (whole !== "") return say("when.some", { span: whole });
  // A span of days that is exact is how long it lasted; else it is how little we know.
  return say(incident.precision === 1 ? "when.lasted" : "when.within", shortened(start, end));
}

/** "March 2020" or "2014" where the days are all of those; else empty. */
function wholeSpan(start: Day, end: Day, short = false): string {
  const [first, last, next] = [start, end, end + 1].map(partsOf) as [Parts, Parts, Parts];
  if (first.date !== 1 || next.date !== 1 || first.year !== last.year) return "";
  if (first.month === last.month) return `${monthName(first.month, short)} ${digits(first.year)}`;
  return first.month === 1 && last.month === 12 ? digits(first.year) : "";
}

function shortened(start: Day, end: Day, short = false): { from: string; to: string } {
  const [a, b] = [partsOf(start), partsOf(end)];
  const to = dayInWords(end, short);
  if (a.year !== b.year) return { from: dayInWords(start, short), to };
  return { from: a.month === b.month ? digits(a.date) : `${digits(a.date)} ${monthName(a.month, short)}`, to };
}

/** The same, short enough for a list. */
export function whenShort(incident: Incident): string {
  const { start, end } = incident.span;
  if (start === null && end === null) return say("when.none");
  if (start === null) return say("when.until.short", { day: brief(end!) });
  if (end === null) return say("when.since.short", { day: brief(start) });
  if (start === end) return brief(start);
  const whole = incident.precision === 1 ? "" : wholeSpan(start, end, true);
  return whole || say("when.span", shortened(start, end, true));
}

/** "12 killed (10 to 14)", "1 killed", "at least 3 killed", "none killed"; empty where nothing is said. */
export function killed(incident: Incident): string {
  const { low, best, high } = incident;
  if (best === null) {
    if (low === null && high === null) return "";
    if (high === null) return say("killed.least", { n: low! });
    if (low === null) return say("killed.most", { n: high });
    return say("killed.range", { low, high });
  }
  const said = best === 0 ? say("killed.none") : say("killed", { n: best });
  const [from, to] = [low ?? best, high ?? best];
  return from === to ? said : say("killed.with", { killed: said, low: from, high: to });
}

export function injured(incident: Incident): string {
  if (incident.injured === null) return "";
  return incident.injured === 0 ? say("injured.none") : say("injured", { n: incident.injured });
}

export function toll(incident: Incident): string {
  return [killed(incident), injured(incident)].filter((said) => said !== "").join(say("list"));
}

/** The number alone, for a column: "3", "2–5" where there is no best one, "≥ 3"; empty where nothing is said. */
export function deaths({ low, best, high }: Incident): string {
  if (best !== null) return number(best);
  if (low !== null && high !== null) return `${number(low)}–${number(high)}`;
  if (low !== null) return `≥ ${number(low)}`;
  return high === null ? "" : `≤ ${number(high)}`;
}

/** Who says so, where it is more than the report itself. */
export function attribution(incident: Incident): string {
  return attributed(incident.attribution);
}

/** The name of the place, for headings and lists. */
export function placeName(incident: Incident): string {
  if (isDescribed(incident)) return asDescribed(incident);
  const named = (language() === "ar" && incident.arabic) || incident.place;
  return named || incident.toponym || incident.district || incident.governorate;
}

/** Told by other places ("south of Mosul"), not by a name of its own. */
function isDescribed({ basis }: Incident): boolean {
  return basis === "relative" || basis === "between";
}

/** As the text has it, where that is written as the page is; else put together from the names that it is told by. */
function asDescribed({ toponym, place, described }: Incident): string {
  const written = toponym || place;
  const isArabic = language() === "ar";
  const names = described?.names.map(([latin, arabic]) => (isArabic ? arabic : latin)) ?? [];
  if (described === null || names.includes("") || ARABIC.test(written) === isArabic) return written;
  const sides = described.side === null ? { side: "", part: "" } : sideName(described.side);
  return say(`described.${described.kind}`, { name: names[0]!, other: names[1] ?? "", km: described.km ?? "", ...sides });
}

const ARABIC = /[\u0600-\u06ff]/;

/** The place's name in the script that its heading is not in; empty where there is none. */
export function otherName(incident: Incident): string {
  const name = placeName(incident);
  if (isDescribed(incident)) return "";
  if (name === incident.place) return incident.arabic;
  return name === incident.arabic ? incident.place : "";
}

/** Where it was and how exactly that is known. */
export function where(incident: Incident): string {
  const name = placeName(incident);
  if (name === "" && incident.point === null) return say("where.none");
  if (name === "") return isApproximate(incident) ? say("where.area") : say("where.point", { point: degrees(incident.point!) });
  switch (incident.basis) {
    case "district":
    case "governorate": return say(`where.${incident.basis}`, { name: withKind(name, incident.basis) });
    case "unknown": return say("where.unknown", { name: incident.toponym || name });
    default: return isBasis(incident.basis) ? say(`where.${incident.basis}` as Key, { name }) : name;
  }
}

/** "33.300° N, 44.400° E": as exactly as one reads it off a map. */
function degrees([latitude, longitude]: [number, number]): string {
  const along = (value: number, side: Key): string => say(side, { degrees: digits(Math.abs(value).toFixed(3)) });
  return [along(latitude, latitude < 0 ? "point.south" : "point.north"), along(longitude, longitude < 0 ? "point.west" : "point.east")].join(say("list"));
}

/** From the most exactly known to the least. */
export const BASES = ["site", "settlement", "neighbourhood", "relative", "between", "landform", "district", "governorate", "country", "unknown"] as const;

export function isBasis(basis: string): basis is (typeof BASES)[number] {
  return (BASES as readonly string[]).includes(basis);
}

export function basisName(basis: string): string {
  return isBasis(basis) ? say(`basis.${basis}`) : basis;
}

function withKind(name: string, kind: "district" | "governorate"): string {
  const said = say(`named.${kind}`, { name: "" }).trim();
  return [kind, said].some((word) => name.toLowerCase().includes(word)) ? name : say(`named.${kind}`, { name });
}

/** "within 35 km" of the point that stands for it; empty where that says nothing. */
export function within(incident: Incident): string {
  if (incident.point === null || incident.radius === null || incident.radius <= 0) return "";
  return say(isApproximate(incident) ? "where.across" : "where.within", { n: incident.radius < 10 ? Math.round(incident.radius * 10) / 10 : Math.round(incident.radius) });
}

/** Why an incident is not on the map. */
export function whyUnplaced(incident: Incident): string {
  if (incident.basis === "country") {
    const name = placeName(incident);
    return name === "" ? say("unplaced.the.country") : say("unplaced.country", { name });
  }
  if (incident.toponym !== "") return say("unplaced.toponym", { name: incident.toponym });
  return say(incident.basis === "unknown" || incident.basis === "" ? "unplaced.unnamed" : "unplaced.pointless");
}
