import assert from "node:assert/strict";
import { test } from "node:test";
import type { Base, Presence } from "../src/data.ts";
import { stateInWords, stateOn } from "../src/state.ts";
import { dayOf } from "../src/time.ts";

const span = (facts: Partial<Presence>): Presence => ({ force: "X", from: "", until: "", handed_over: "", note: "", ...facts });
const on = (iso: string, ...presence: Presence[]) => stateOn({ presence } as unknown as Base, dayOf(iso));

test("a base is used by who was there that day, however exactly that is known", () => {
  const spans = [span({ force: "A", from: "2003", until: "2011-12" }), span({ force: "B", from: "2011-12-05" })];
  assert.deepEqual(on("2002-12-31", ...spans).state, "unknown");
  assert.deepEqual(on("2003-01-01", ...spans).by, ["A"]);
  assert.deepEqual(on("2011-12-31", ...spans).by, ["A", "B"]);
  assert.deepEqual(on("2012-01-01", ...spans), { state: "used", by: ["B"], handedOver: "" });
});

test("a base that was handed over says when, once it was", () => {
  const spans = [span({ from: "2016", until: "2020-03-26", handed_over: "2020-03-26" })];
  assert.equal(on("2020-03-26", ...spans).state, "used");
  assert.deepEqual(on("2020-03-27", ...spans), { state: "left", by: [], handedOver: "2020-03-26" });
});

test("what became of a base is told beside who is there since", () => {
  const base = { presence: [
    span({ force: "Coalition", from: "2017", until: "2020-03-29", handed_over: "2020-03-29" }), span({ force: "Iraq", from: "2017" }),
  ] } as unknown as Base;
  assert.equal(stateInWords(base, dayOf("2020-03-29")), "used by Coalition, Iraq");
  assert.equal(stateInWords(base, dayOf("2020-03-30")), "used by Iraq, handed over 29 March 2020");
  assert.equal(stateInWords({ presence: [span({ until: "2011" })] } as unknown as Base, dayOf("2020-01-01")), "left by those who used it");
});

test("of a base of which nothing is known nothing is said", () => {
  assert.deepEqual(on("2020-01-01"), { state: "unknown", by: [], handedOver: "" });
});
