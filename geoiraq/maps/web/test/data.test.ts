import assert from "node:assert/strict";
import { test } from "node:test";
import { flags, unfold } from "../src/data.ts";
import { incidents } from "./sealed.ts";

test("an incident reads as its columns say, and is silent where they are", () => {
  const all = incidents({ layer: "protest", actor: "crowds", start: -5, end: 2, x: 4_400_000, y: 3_325_000, best: 0 }, { end: 9 });
  const [first, second] = [all.read(0), all.read(1)];
  assert.equal(first.layer, "protest");
  assert.deepEqual([first.actor, second.actor], ["crowds", ""]);
  assert.deepEqual(first.span, { start: -5, end: -3 });
  assert.deepEqual(second.span, { start: null, end: 9 });
  assert.deepEqual([first.point, second.point], [[33.25, 44], null]);
  assert.deepEqual([first.best, first.high, second.best], [0, null, null]);
  assert.deepEqual([first.reports, first.area, first.type], [[], null, ""]);
});

test("deaths are the best number, else the lowest, else the highest", () => {
  const all = incidents({ low: 1, best: 2, high: 3 }, { low: 1, high: 3 }, { high: 3 }, {}, { low: 2, best: 0 });
  assert.deepEqual([0, 1, 2, 3, 4].map((row) => all.deaths(row)), [2, 1, 3, 0, 0]);
});

test("rows are marked by their word", () => {
  const all = incidents({ actor: "a" }, {}, { actor: "b" }, { actor: "a" });
  assert.deepEqual([...flags(all.words.actor, (word) => word === "a")], [1, 0, 0, 1]);
});

test("only places that are areas are approximate", () => {
  assert.deepEqual([...incidents({ basis: "site" }, { basis: "governorate" }, {}).approximate], [0, 1, 0]);
});

test("steps are walked to latitude and longitude", () => {
  assert.deepEqual(unfold([44000, 33000, 500, 250], 1000), [[33, 44], [33.25, 44.5]]);
});
