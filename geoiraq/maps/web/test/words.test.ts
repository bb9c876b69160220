import assert from "node:assert/strict";
import { test } from "node:test";
import type { Described, Incident } from "../src/data.ts";
import { dayOf } from "../src/time.ts";
import { speak, type Language } from "../src/language.ts";
import { attribution, deaths, killed, otherName, placeName, toll, when, where, whyUnplaced, within, writtenDate } from "../src/words.ts";

function incident(facts: Partial<Incident>): Incident {
  return {
    row: 0, id: "", layer: "attack", type: "", subtype: "", span: { start: null, end: null }, precision: null,
    actor: "", target: "", attribution: "", low: null, best: null, high: null, injured: null,
    toponym: "", destination: "", whither: null, placeId: "", place: "", described: null, arabic: "", governorate: "", district: "", basis: "", radius: null,
    wherePrecision: null, acledPrecision: null, confidence: null, point: null, area: null, reports: [], ...facts,
  };
}

const span = (start: string | null, end: string | null) => ({
  span: { start: start ? dayOf(start) : null, end: end ? dayOf(end) : null },
});

test("when: no more exactly than it is known", () => {
  assert.equal(when(incident({})), "not dated");
  assert.equal(when(incident(span("2020-05-04", "2020-05-04"))), "4 May 2020");
  assert.equal(when(incident(span("1958-07-14", "1958-07-14"))), "14 July 1958");
  assert.equal(when(incident(span("2020-01-01", "2020-01-31"))), "some time in January 2020");
  assert.equal(when(incident(span("2020-02-01", "2020-02-28"))), "between 1 and 28 February 2020");
  assert.equal(when(incident(span("2014-01-01", "2014-12-31"))), "some time in 2014");
  assert.equal(when(incident({ ...span("2020-01-01", "2020-01-31"), precision: 1 })), "from 1 to 31 January 2020");
  assert.equal(when(incident(span("2020-01-30", "2020-02-03"))), "between 30 January and 3 February 2020");
  assert.equal(when(incident({ ...span("2019-12-30", "2020-01-03"), precision: 1 })), "from 30 December 2019 to 3 January 2020");
  assert.equal(when(incident(span(null, "2020-05-04"))), "on or before 4 May 2020");
  assert.equal(when(incident(span("2020-05-04", null))), "on or after 4 May 2020");
});

test("toll: a range where there is one, none where none is said, silence where nothing is", () => {
  assert.equal(killed(incident({})), "");
  assert.equal(killed(incident({ low: 3, best: 3, high: 3 })), "3 killed");
  assert.equal(killed(incident({ low: 2, best: 3, high: 5 })), "3 killed (2 to 5)");
  assert.equal(killed(incident({ low: 3 })), "at least 3 killed");
  assert.equal(killed(incident({ high: 3 })), "at most 3 killed");
  assert.equal(killed(incident({ low: 0, high: 51 })), "0 to 51 killed");
  assert.equal(killed(incident({ best: 0 })), "none killed");
  assert.equal(toll(incident({ best: 1200, injured: 1 })), "1,200 killed, 1 injured");
});

test("where: areas are said to be areas", () => {
  const at = (basis: string, place: string, toponym = place) => where(incident({ basis, place, toponym }));
  assert.equal(at("site", "Camp Taji"), "at Camp Taji");
  assert.equal(at("settlement", "Mosul"), "in Mosul");
  assert.equal(at("governorate", "Salah al-Din"), "somewhere in Salah al-Din governorate");
  assert.equal(at("governorate", "Anbar Governorate"), "somewhere in Anbar Governorate");
  assert.equal(at("relative", "Mosul", "south of Mosul"), "somewhere south of Mosul");
  assert.equal(at("landform", "Hamrin Mountains"), "somewhere in the area of Hamrin Mountains");
  assert.equal(at("country", "Iraq"), "somewhere in Iraq");
  assert.equal(where(incident({ point: [33, 44.36614] })), "at 33.000° N, 44.366° E");
  assert.equal(where(incident({ point: [33, 44], area: [[[[32, 43], [34, 43], [34, 45]]]] })), "somewhere in the hatched area");
  assert.equal(where(incident({})), "place not named");
  assert.equal(within(incident({ point: [33, 44], radius: 35.4 })), "within 35 km of the mark");
  assert.equal(within(incident({ basis: "governorate", point: [33, 44], radius: 35.4 })), "within 35 km of the area's middle");
  assert.equal(within(incident({ point: null, radius: 35 })), "");
  assert.equal(placeName(incident({ toponym: "T", place: "P" })), "P");
});

test("what is not on the map says why", () => {
  assert.equal(whyUnplaced(incident({ basis: "country", place: "Iraq" })), "known only to be in Iraq");
  assert.equal(whyUnplaced(incident({ basis: "unknown", toponym: "Tell X" })), "“Tell X” could not be placed");
  assert.equal(whyUnplaced(incident({ basis: "unknown" })), "the text names no place for it");
});

test("that a report states it needs no saying", () => {
  assert.equal(attribution(incident({ attribution: "stated" })), "");
  assert.equal(attribution(incident({ attribution: "blamed on X" })), "blamed on X");
  assert.equal(attribution(incident({ attribution: "stated; unclaimed" })), "unclaimed");
});

function inArabic<T>(tell: () => T): T {
  speak("ar" satisfies Language);
  try {
    return tell();
  } finally {
    speak("en");
  }
}

test("in Arabic: its numbers, its plurals, Iraq's months, the place by its Arabic name", () => {
  inArabic(() => {
    assert.equal(killed(incident({ best: 2 })), "قتيلان");
    assert.equal(killed(incident({ best: 3 })), "٣ قتلى");
    assert.equal(killed(incident({ best: 11 })), "١١ قتيلًا");
    assert.equal(killed(incident({ best: 100 })), "١٠٠ قتيل");
    assert.equal(when(incident(span("2020-01-04", "2020-01-04"))), "٤ كانون الثاني ٢٠٢٠");
    const saladin = incident({ basis: "governorate", place: "Salah al-Din", arabic: "صلاح الدين" });
    assert.equal(where(saladin), "في مكان ما من محافظة صلاح الدين");
    assert.equal(attribution(incident({ attribution: "blamed on ISIS" })), "نُسب إلى ISIS");
  });
});

test("a place that is told by others is told in the page's language", () => {
  const told = (kind: Described["kind"], side: number | null, km: number | null, ...names: [string, string][]) =>
    incident({ basis: "relative", toponym: "as written", described: { kind, side, km, names } });
  const [kirkuk, najaf]: [string, string][] = [["Kirkuk", "كركوك"], ["Najaf", "النجف"]];
  const inWords = inArabic(() => [
    told("side", 180, null, kirkuk!), told("away", 337.5, 12, kirkuk!), told("near", null, null, kirkuk!), told("distance", null, 50, kirkuk!),
    told("part", 180, null, kirkuk!), told("middle", -1, null, kirkuk!),
    told("between", null, null, kirkuk!, najaf!),
  ].map(placeName));
  assert.deepEqual(inWords, [
    "جنوب كركوك", "على بعد ١٢ كم شمال شمال غرب كركوك", "قرب كركوك", "على بعد ٥٠ كم من كركوك",
    "في الجزء الجنوبي من كركوك", "في وسط كركوك", "بين كركوك والنجف",
  ]);
  assert.equal(inArabic(() => where(told("side", 180, null, kirkuk!))), "في مكان ما جنوب كركوك");
  assert.equal(placeName(told("side", 180, null, kirkuk!)), "as written");
});

test("what the text writes as the page is written stays, and what has no name in its script", () => {
  const described: Described = { kind: "side", side: 270, km: null, names: [["Madina", "المدينة"]] };
  const written = incident({ basis: "relative", toponym: "غربي المدينة", described });
  assert.equal(inArabic(() => placeName(written)), "غربي المدينة");
  assert.equal(placeName(written), "west of Madina");
  const unnamed: Described = { ...described, names: [["Madina", ""]] };
  assert.equal(inArabic(() => placeName(incident({ basis: "relative", toponym: "west of Madina", described: unnamed }))), "west of Madina");
});

test("a place has its name in the other script beside it", () => {
  const mosul = incident({ basis: "settlement", place: "Mosul", arabic: "الموصل" });
  assert.equal(otherName(mosul), "الموصل");
  assert.equal(inArabic(() => otherName(mosul)), "Mosul");
  assert.equal(otherName(incident({ basis: "settlement", place: "Mosul" })), "");
  assert.equal(otherName(incident({ basis: "relative", toponym: "south of Mosul", place: "Mosul", arabic: "الموصل" })), "");
});

test("a column says a toll in a number that claims no more", () => {
  assert.deepEqual(
    [{}, { best: 3, low: 2, high: 5 }, { low: 2, high: 5 }, { low: 3 }, { high: 4 }].map((toll) => deaths(incident(toll))),
    ["", "3", "2–5", "≥ 3", "≤ 4"],
  );
});

test("a date is told as exactly as it is written, and what is none stays as it is", () => {
  assert.deepEqual(
    ["2003", "2003-04", "2003-04-09", "spring", "2003-99", ""].map(writtenDate),
    ["2003", "April 2003", "9 April 2003", "spring", "2003-99", ""],
  );
});
