import assert from "node:assert/strict";
import { test } from "node:test";
import { NONE } from "../src/block.ts";
import { bins, dayOf, extent, isoOf, tally } from "../src/time.ts";

test("days are whole numbers on both sides of 1970 and of 2001-09-09", () => {
  assert.equal(dayOf("1970-01-01"), 0);
  assert.equal(dayOf("1969-12-31"), -1);
  assert.equal(dayOf("2001-09-10") - dayOf("2001-09-09"), 1);
  assert.equal(dayOf("2020-03-01") - dayOf("2020-02-28"), 2);
});

test("every day reads back as it was written", () => {
  for (const iso of ["0001-01-01", "0099-12-31", "1920-10-01", "1958-07-14", "1970-01-01", "2003-03-20", "9999-12-31"]) {
    assert.equal(isoOf(dayOf(iso)), iso);
  }
});

test("the extent is of the days that are named", () => {
  assert.deepEqual(extent(Int32Array.of(NONE, 3, NONE), Int32Array.of(9, 4, NONE)), { start: 3, end: 9 });
  assert.equal(extent(Int32Array.of(NONE)), null);
});

test("bins follow the calendar, leave no gap and stay few", () => {
  for (const [from, to, unit] of [
    ["2020-01-01", "2020-02-10", "day"],
    ["2019-12-27", "2020-06-26", "week"],
    ["2017-01-10", "2020-06-26", "month"],
    ["2003-03-20", "2020-06-26", "quarter"],
    ["1958-07-14", "2020-06-26", "year"],
    ["1800-01-01", "2020-06-26", "decade"],
  ] as const) {
    const window = { start: dayOf(from), end: dayOf(to) };
    const cut = bins(window);
    assert.equal(cut.unit, unit);
    assert.ok(cut.bins.length <= 75);
    assert.ok(cut.bins[0]!.start <= window.start && cut.bins.at(-1)!.end >= window.end);
    cut.bins.slice(1).forEach((bin, i) => assert.equal(bin.start, cut.bins[i]!.end + 1));
  }
});

test("weeks start on Mondays, before 1970 too", () => {
  for (const day of ["2020-03-11", "1969-12-30", "1958-07-14"]) {
    const { bins: cut } = bins({ start: dayOf(day), end: dayOf(day) + 200 });
    assert.equal(new Date(cut[0]!.start * 86_400_000).getUTCDay(), 1);
  }
});

test("what may lie on many days is spread over them, and nothing is lost", () => {
  const [first, last] = [dayOf("2020-01-01"), dayOf("2020-05-04")];
  const cut = bins({ start: first, end: last }, 10).bins;
  const start = Int32Array.of(first, NONE, first, NONE);
  const end = Int32Array.of(last, last, NONE, NONE);
  const sums = (weight: (row: number) => number) => {
    const total = tally(cut, { start, end, layer: Uint8Array.of(0, 1, 2, 1) }, 3, weight);
    return [0, 1, 2].map((layer) => cut.reduce((sum, _, i) => sum + total[i * 3 + layer]!, 0).toFixed(9));
  };
  assert.deepEqual(sums(() => 1), ["1.000000000", "1.000000000", "1.000000000"]);
  assert.deepEqual(sums((row) => row * 10), ["0.000000000", "10.000000000", "20.000000000"]);
});
