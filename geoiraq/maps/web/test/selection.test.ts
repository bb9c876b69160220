import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, EVERYTHING, toggled } from "../src/filter.ts";
import { select, type Time } from "../src/selection.ts";
import { incidents } from "./sealed.ts";

const all = incidents(
  { start: 10, end: 0, x: 1, y: 1 },
  { layer: "protest", start: 5, end: 10 },
  { end: 9, x: 1, y: 1 },
  { start: 21, layer: "other" },
  {},
);
const everything = new Uint8Array(all.count).fill(1);
const rows = (time: Partial<Time>) => [...select(all, everything, { window: null, undated: true, ...time }).rows];

test("a span is shown in a window that shares a day with it; a side that is not known is open", () => {
  assert.deepEqual(rows({}), [0, 1, 2, 3, 4]);
  assert.deepEqual(rows({ window: { start: 10, end: 10 } }), [0, 1, 4]);
  assert.deepEqual(rows({ window: { start: -9, end: 4 } }), [2, 4]);
  assert.deepEqual(rows({ window: { start: 16, end: 20 } }), [4]);
  assert.deepEqual(rows({ window: { start: 30, end: 40 } }), [3, 4]);
});

test("the undated are shown or not, whatever the window", () => {
  assert.deepEqual(rows({ undated: false }), [0, 1, 2, 3]);
  assert.deepEqual(rows({ window: { start: 30, end: 40 }, undated: false }), [3]);
});

test("what is shown was asked for, and is counted by layer and by whether it has a place", () => {
  const some = asked(all, { ...EVERYTHING, layers: toggled(EVERYTHING.layers, "protest", false) });
  const { rows, layers, placed, timely } = select(all, some, EVERYTHING);
  assert.deepEqual([...rows], [0, 2, 3, 4]);
  assert.deepEqual([...layers], [3, 0, 0, 0, 0, 1]);
  assert.equal(placed, 2);
  assert.deepEqual([...timely], [1, 1, 1, 1, 1]);
});
