import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, EVERYTHING, filtersSet, sameQuestion, toggled, type Filter } from "../src/filter.ts";
import { SearchIndex } from "../src/search-index.ts";
import { incidents } from "./sealed.ts";

const all = incidents(
  { layer: "attack", type: "Battles", actor: "Army", place: "Mosul", basis: "settlement", best: 5 },
  { layer: "attack", type: "Riots", actor: "Crowd", toponym: "al-Qayyarah", low: 2 },
  { layer: "protest", type: "Protests", actor: "Crowd", place: "Mosul", basis: "governorate", best: 0 },
  { layer: "other", high: 9 },
);
const rows = (filter: Partial<Filter>, index?: SearchIndex): number[] =>
  [...asked(all, { ...EVERYTHING, ...filter }, index)].flatMap((passes, row) => (passes ? [row] : []));

test("everything passes what asks for nothing", () => assert.deepEqual(rows({}), [0, 1, 2, 3]));

test("what is asked for in several ways has to be right in all of them", () => {
  assert.deepEqual(rows({ layers: toggled(EVERYTHING.layers, "attack", false) }), [2, 3]);
  assert.deepEqual(rows({ facets: { actor: ["Crowd"] } }), [1, 2]);
  assert.deepEqual(rows({ facets: { actor: ["Crowd"], basis: ["governorate"] } }), [2]);
  assert.deepEqual(rows({ facets: { actor: ["Nobody"] } }), []);
  assert.deepEqual(rows({ facets: { actor: ["Army", "Crowd", "Nobody"] } }), [0, 1, 2]);
  assert.deepEqual(rows({ documents: ["no such document"] }), []);
});

test("a toll is the best number, else the lowest, else the highest; where none is said it is none", () => {
  assert.deepEqual(rows({ killed: { least: 2, most: null } }), [0, 1, 3]);
  assert.deepEqual(rows({ killed: { least: null, most: 2 } }), [1, 2]);
  assert.deepEqual(rows({ killed: { least: 1, most: 5 } }), [0, 1]);
});

test("words are found in any column, all of them in one incident, once the texts were read", async () => {
  const index = new SearchIndex(all);
  assert.deepEqual(rows({ text: "mosul" }, index), [0, 1, 2, 3]);
  await index.ready();
  assert.deepEqual(rows({ text: "mossoul" }, index), [0, 2]);
  assert.deepEqual(rows({ text: "الموصل crowd" }, index), [2]);
  assert.deepEqual(rows({ text: "gayara" }, index), [1]);
});

test("moving the window of time asks no new question", () => {
  assert.ok(sameQuestion(EVERYTHING, { ...EVERYTHING, window: { start: 0, end: 1 }, undated: false, bases: false }));
  assert.ok(!sameQuestion(EVERYTHING, { ...EVERYTHING, text: "x" }));
});

test("the filters that are set are counted", () => {
  assert.equal(filtersSet(EVERYTHING), 0);
  assert.equal(filtersSet({ ...EVERYTHING, text: "x", facets: { type: ["Riots", "Battles"] }, documents: ["d"], killed: { least: 1, most: 2 } }), 3);
});
