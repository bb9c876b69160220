import assert from "node:assert/strict";
import { test } from "node:test";
import { read, START, write, type State } from "../src/address.ts";
import { EVERYTHING, toggled } from "../src/filter.ts";
import { dayOf } from "../src/time.ts";

test("a page as it opens has no address of its own", () => {
  assert.equal(write(START), "");
  assert.deepEqual(read(""), START);
  assert.deepEqual(read("#"), START);
});

test("everything that was asked and how it is looked at is read back", () => {
  const state: State = {
    filter: {
      layers: toggled(EVERYTHING.layers, "protest", false),
      bases: false,
      undated: false,
      window: { start: dayOf("1958-07-14"), end: dayOf("2001-09-10") },
      text: "الموصل & #1",
      facets: { type: ["Battles", "Riots"], actor: ["a=b&c"], basis: ["governorate"] },
      documents: ["report-1", "report-2"],
      killed: { least: 5, most: null },
    },
    sort: { key: "killed", down: true },
    listed: "unplaced",
    sight: { latitude: 33.3125, longitude: 44.3661, zoom: 7.25 },
    open: "40dff4a01e65",
    language: "ar",
    theme: "dark",
  };
  assert.deepEqual(read(`#${write(state)}`), state);
});

test("what cannot be read is left as the page opens", () => {
  for (const junk of [
    "from=2020-13-01&to=2020-02-30", "from=2020-02-01", "from=2020-02-02&to=2020-02-01", "killed=x", "killed=-5..", "sort=-", "sort=__proto__",
    "list=__proto__", "at=1,2", "at=NaN,1,2", "at=99,44,6", "at=1,2,1e9", "language=toString", "language=xx", "colours=pink", "%", "=", "&&&",
  ]) {
    assert.deepEqual(read(junk), START, junk);
  }
});

test("layers that are not there are not asked for", () => {
  assert.deepEqual([...read("layers=attack,nonsense").filter.layers], ["attack"]);
  assert.deepEqual([...read("layers=").filter.layers], []);
});

test("a text too long for a link is left out of it", () => {
  assert.equal(write({ ...START, filter: { ...EVERYTHING, text: "x".repeat(5000) } }), "");
});
