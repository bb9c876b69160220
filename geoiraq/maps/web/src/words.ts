// What is known of an incident, in words a reader understands, claiming no more than is known.

import { AREAS, type Incident, type Layer } from "./data.ts";
import { dayInWords, monthName, partsOf } from "./time.ts";

export const LAYER_NAMES: Record<Layer, [string, string]> = {
  attack: ["Attack", "Attacks"],
  withdrawal: ["Withdrawal", "Withdrawals"],
  deployment: ["Deployment", "Deployments"],
  protest: ["Protest", "Protests"],
  arrest: ["Arrest", "Arrests"],
  other: ["Other", "Other"],
};

export function isApproximate(incident: Incident): boolean {
  return AREAS.has(incident.basis);
}

export function what(incident: Incident): string {
  return LAYER_NAMES[incident.layer][0];
}

/** ACLED's terms, most specific last, without saying the same twice. */
export function kind(incident: Incident): string {
  const terms = [incident.type, incident.subtype].filter((term) => term !== "");
  return [...new Set(terms)].join(" · ");
}

export function when(incident: Incident): string {
  const { start, end } = incident.span;
  if (start === null && end === null) return "not dated";
  if (start === null) return `on or before ${dayInWords(end!)}`;
  if (end === null) return `on or after ${dayInWords(start)}`;
  if (start === end) return dayInWords(start);
  const [from, to] = shortened(start, end);
  // A span of days that is exact is how long it lasted; else it is how little we know.
  return incident.precision === 1 ? `from ${from} to ${to}` : `between ${from} and ${to}`;
}

function shortened(start: number, end: number): [string, string] {
  const [a, b] = [partsOf(start), partsOf(end)];
  if (a.year !== b.year) return [dayInWords(start), dayInWords(end)];
  if (a.month !== b.month) return [`${a.date} ${monthName(a.month)}`, dayInWords(end)];
  return [String(a.date), dayInWords(end)];
}

/** The same, short enough for a list. */
export function whenShort(incident: Incident): string {
  const { start, end } = incident.span;
  if (start === null && end === null) return "not dated";
  if (start === null) return `by ${brief(end!)}`;
  if (end === null) return `from ${brief(start)}`;
  return start === end ? brief(start) : `${brief(start)} – ${brief(end)}`;
}

export function brief(day: number): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthName(month).slice(0, 3)} ${year}`;
}

/** "12 killed (10 to 14)", "1 killed", "at least 3 killed", "none killed"; empty where nothing is said. */
export function killed(incident: Incident): string {
  const { low, best, high } = incident;
  const number = best ?? low ?? high;
  if (number === null) return "";
  if (best === null && low !== null && high === null) return `at least ${low} killed`;
  if (best === null && low === null) return `at most ${high} killed`;
  if (best === null) return `${low} to ${high} killed`;
  const said = number === 0 ? "none killed" : `${number.toLocaleString("en")} killed`;
  const [from, to] = [low ?? number, high ?? number];
  return from === to ? said : `${said} (${from.toLocaleString("en")} to ${to.toLocaleString("en")})`;
}

export function injured(incident: Incident): string {
  if (incident.injured === null) return "";
  return incident.injured === 0 ? "none injured" : `${incident.injured.toLocaleString("en")} injured`;
}

export function toll(incident: Incident): string {
  return [killed(incident), injured(incident)].filter((said) => said !== "").join(", ");
}

/** Who says so, where it is more than the report itself. */
export function attribution(incident: Incident): string {
  return incident.attribution === "stated" ? "" : incident.attribution;
}

/** The name of the place, for headings and lists. */
export function placeName(incident: Incident): string {
  if (incident.basis === "relative" || incident.basis === "between") return incident.toponym || incident.place;
  return incident.place || incident.toponym || incident.district || incident.governorate;
}

/** Where it was and how exactly that is known. */
export function where(incident: Incident): string {
  const name = placeName(incident);
  if (name === "") return incident.point === null ? "place not named" : "at the point given";
  switch (incident.basis) {
    case "site": return `at ${name}`;
    case "settlement":
    case "neighbourhood": return `in ${name}`;
    case "district": return `somewhere in ${named(name, "district")}`;
    case "governorate": return `somewhere in ${named(name, "governorate")}`;
    case "landform": return `somewhere in the area of ${name}`;
    case "relative":
    case "between": return `somewhere ${name}`;
    case "country": return `somewhere in ${name}`;
    case "unknown": return `“${incident.toponym || name}”, a place that was not recognised`;
    default: return name;
  }
}

function named(name: string, kindOfPlace: string): string {
  return name.toLowerCase().includes(kindOfPlace) ? name : `${name} ${kindOfPlace}`;
}

/** "within 35 km" of the point that stands for it; empty where that says nothing. */
export function within(incident: Incident): string {
  if (incident.point === null || incident.radius === null || incident.radius <= 0) return "";
  const km = incident.radius < 10 ? Math.round(incident.radius * 10) / 10 : Math.round(incident.radius);
  return `within ${km.toLocaleString("en")} km of the mark`;
}

/** Why an incident is not on the map. */
export function whyUnplaced(incident: Incident): string {
  if (incident.basis === "country") return `known only to be in ${placeName(incident) || "the country"}`;
  if (incident.toponym !== "") return `“${incident.toponym}” could not be placed`;
  if (incident.basis === "unknown" || incident.basis === "") return "the text names no place for it";
  return "no point is known for it";
}
