import assert from "node:assert/strict";
import { test } from "node:test";
import { safeUrl } from "../src/dom.ts";

test("only absolute web addresses are followed", () => {
  assert.equal(safeUrl("https://example.org/a?b#c"), "https://example.org/a?b#c");
  for (const url of ["javascript:alert(1)", " JaVaScRipt:alert(1)", "data:text/html,x", "file:///x", "//host", "x", "", null]) {
    assert.equal(safeUrl(url), null);
  }
});
