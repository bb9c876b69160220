import assert from "node:assert/strict";
import { test } from "node:test";
import { NONE } from "../src/block.ts";
import { scaleOf, type Scale } from "../src/scale.ts";
import { dayOf, extent } from "../src/time.ts";

function scale(...spans: [string, string?][]): Scale {
  const start = Int32Array.from(spans, ([from]) => dayOf(from));
  const end = Int32Array.from(spans, ([from, to]) => dayOf(to ?? from));
  return scaleOf(extent(start, end)!, start, end);
}

/** A month of incidents, one a day, and whatever else. */
const march = Array.from({ length: 31 }, (_, i): [string] => [`2020-03-${String(i + 1).padStart(2, "0")}`]);

test("an axis without long gaps is even", () => {
  const even = scale(["2014-01-01", "2014-12-31"], ["2015-08-01"], ["2016-03-01"]);
  assert.deepEqual(even.cuts, []);
  const { start, end } = even.stretches[0]!;
  for (const day of [start, start + 100, end]) assert.equal(even.at(day), (day - start) / (end - start));
});

test("one incident decades before the others does not squeeze them", () => {
  const cut = scale(["1958-07-14"], ...march);
  assert.equal(cut.cuts.length, 1);
  assert.deepEqual([cut.cuts[0]!.start, cut.cuts[0]!.end], [dayOf("1958-07-15"), dayOf("2020-02-29")]);
  assert.ok(cut.at(dayOf("2020-03-31")) - cut.at(dayOf("2020-03-01")) > 0.8);
});

test("a vague year does not take the room of the months that are known", () => {
  const cut = scale(["2014-01-01", "2014-12-31"], ["2014-01-01", "2014-12-31"], ...march);
  assert.ok(cut.at(dayOf("2020-03-31")) - cut.at(dayOf("2020-03-01")) > 0.6);
});

test("several incidents far apart are cut apart each", () => {
  assert.equal(scale(["1920-10-01"], ["1958-07-14"], ["2003-03-20"], ...march).cuts.length, 3);
});

test("every day has its place, later days further on, and reads back", () => {
  const cut = scale(["1958-07-14"], ["1958-12-01"], ...march);
  assert.deepEqual([cut.at(dayOf("1958-07-14")), cut.at(dayOf("2020-03-31"))], [0, 1]);
  let before = -1;
  for (let day = dayOf("1958-07-14"); day <= dayOf("2020-03-31"); day++) {
    assert.ok(cut.at(day) > before, String(day));
    before = cut.at(day);
    assert.ok(cut.day(before) === day);
  }
});

test("days lie side by side", () => {
  const cut = scale(["1958-07-14"], ...march);
  assert.ok(Math.abs(cut.edges(dayOf("2020-03-08")).to - cut.edges(dayOf("2020-03-09")).from) < 1e-9);
  assert.ok(Math.abs(cut.edges(dayOf("2020-03-31")).to - 1) < 1e-9);
});

test("what has no date or only one side is no gap's end but its own day", () => {
  const days = [dayOf("2000-01-01"), dayOf("2020-01-01"), dayOf("2020-02-01")];
  const one = scaleOf({ start: days[0]!, end: days[2]! }, Int32Array.of(days[0]!, NONE, days[1]!, NONE), Int32Array.of(NONE, days[2]!, NONE, NONE));
  assert.deepEqual(one.stretches.map(({ start, end }) => [start, end]), [[days[0], days[0]], [days[1], days[2]]]);
});

test("one day alone is an axis too", () => {
  const one = scale(["2020-03-01"]);
  assert.deepEqual([one.at(dayOf("2020-03-01")), one.day(0.5)], [0, dayOf("2020-03-01")]);
});
