import assert from "node:assert/strict";
import { test } from "node:test";
import { bins, dayInWords, dayOf, extent, isoOf, overlap, share, writtenDate } from "../src/time.ts";

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

test("days and vaguer dates are said in words", () => {
  assert.equal(dayInWords(dayOf("1958-07-14")), "14 July 1958");
  assert.deepEqual(["2003", "2003-04", "2003-04-09", "soon"].map(writtenDate), ["2003", "April 2003", "9 April 2003", "soon"]);
});

test("a span overlaps a window that shares a day with it; what is not known is open", () => {
  const window = { start: 10, end: 20 };
  assert.ok(overlap({ start: 20, end: 30 }, window));
  assert.ok(overlap({ start: 0, end: 10 }, window));
  assert.ok(!overlap({ start: 21, end: 30 }, window));
  assert.ok(overlap({ start: null, end: 10 }, window));
  assert.ok(!overlap({ start: null, end: 9 }, window));
  assert.ok(overlap({ start: 5, end: null }, window));
});

test("the extent is of the days that are named", () => {
  assert.deepEqual(extent([{ start: null, end: 9 }, { start: 3, end: 4 }, { start: null, end: null }]), { start: 3, end: 9 });
  assert.equal(extent([{ start: null, end: null }]), null);
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

test("an incident weighs one in all, however long it may have taken", () => {
  const span = { start: dayOf("2020-01-01"), end: dayOf("2020-05-04") };
  const total = bins(span, 10).bins.reduce((sum, bin) => sum + share(span, bin), 0);
  assert.ok(Math.abs(total - 1) < 1e-9);
  assert.equal(share({ start: null, end: 5 }, { start: 5, end: 9 }), 1);
  assert.equal(share({ start: null, end: null }, { start: 5, end: 9 }), 0);
});
