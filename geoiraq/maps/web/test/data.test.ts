import assert from "node:assert/strict";
import { test } from "node:test";
import { column, unfold } from "../src/data.ts";
import { safeUrl } from "../src/dom.ts";
import { EVERYTHING, passes, toggled } from "../src/filter.ts";
import type { Incident } from "../src/data.ts";

test("a column is read whether written out or by its distinct values", () => {
  assert.deepEqual(column(["a", null, "b"], 3, ""), ["a", "", "b"]);
  assert.deepEqual(column({ values: ["a"], index: [0, -1, 0] }, 3, ""), ["a", "", "a"]);
  assert.deepEqual(column(undefined, 2, null), [null, null]);
  assert.deepEqual(column([0, null], 2, null), [0, null]);
});

test("steps are walked to latitude and longitude", () => {
  assert.deepEqual(unfold([44000, 33000, 500, 250], 1000), [[33, 44], [33.25, 44.5]]);
});

test("only absolute web addresses are followed", () => {
  assert.equal(safeUrl("https://example.org/a?b#c"), "https://example.org/a?b#c");
  for (const url of ["javascript:alert(1)", " JaVaScRipt:alert(1)", "data:text/html,x", "file:///x", "//host", "x", "", null]) {
    assert.equal(safeUrl(url), null);
  }
});

test("a filter is by layer, by window and by whether there is a date", () => {
  const dated = { layer: "attack", span: { start: 5, end: 5 } } as Incident;
  const undated = { layer: "attack", span: { start: null, end: null } } as Incident;
  assert.ok(passes(dated, EVERYTHING) && passes(undated, EVERYTHING));
  assert.ok(!passes(dated, { ...EVERYTHING, layers: toggled(EVERYTHING.layers, "attack", false) }));
  assert.ok(!passes(dated, { ...EVERYTHING, window: { start: 6, end: 9 } }));
  assert.ok(passes(undated, { ...EVERYTHING, window: { start: 6, end: 9 } }));
  assert.ok(!passes(undated, { ...EVERYTHING, undated: false }));
});
