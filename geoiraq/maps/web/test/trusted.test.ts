import assert from "node:assert/strict";
import { test } from "node:test";
import { asMarkup } from "../src/trusted.ts";

test("text passes, and what Leaflet itself writes", () => {
  for (const text of ["", "100 km", "a & b", "&lt;b&gt;", "<svg/>"]) assert.equal(asMarkup(text), text);
});

test("no other element can be made", () => {
  for (const markup of ["<b>", "a <img src=x onerror=alert(1)>", "<svg/><script>", "<SVG/>"]) assert.equal(asMarkup(markup), null);
});
