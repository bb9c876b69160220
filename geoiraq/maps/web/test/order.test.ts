import assert from "node:assert/strict";
import { test } from "node:test";
import { ordered, shownOf, type SortKey } from "../src/order.ts";
import { incidents } from "./sealed.ts";

const all = incidents(
  { start: 20, end: 0, place: "Mosul", basis: "settlement", best: 3 },
  { place: "anah", basis: "settlement", low: 7 },
  { end: -5, toponym: "south of Mosul", place: "Mosul", basis: "relative" },
  { start: 20, end: 3, place: "Baiji", basis: "settlement", high: 3 },
  { start: -9000, end: 0, best: 0 },
);
const order = (key: SortKey, down: boolean): number[] => [...ordered(all, { key, down })];

test("by date: the first day, else the last; the undated come last either way", () => {
  assert.deepEqual(order("when", false), [4, 2, 0, 3, 1]);
  assert.deepEqual(order("when", true), [0, 3, 2, 4, 1]);
});

test("by place: as it is listed, capitals aside; the unnamed come last either way", () => {
  assert.deepEqual(order("where", false), [1, 3, 0, 2, 4]);
  assert.deepEqual(order("where", true), [2, 0, 3, 1, 4]);
});

test("by how many were killed: the best number, else the lowest, else the highest; what is not said comes last", () => {
  assert.deepEqual(order("killed", true), [1, 0, 3, 4, 2]);
  assert.deepEqual(order("killed", false), [4, 0, 3, 1, 2]);
});

test("what is not shown is left out, the order is kept", () => {
  assert.deepEqual([...shownOf(Uint32Array.of(4, 2, 0, 3, 1), (row) => row > 1)], [4, 2, 3]);
});

test("a table without dates keeps its order, an empty one stays empty", () => {
  assert.deepEqual([...ordered(incidents({}, {}), { key: "when", down: true })], [0, 1]);
  assert.deepEqual([...ordered(incidents(), { key: "killed", down: true })], []);
});
