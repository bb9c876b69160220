import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, csvCell, geojson } from "../src/download.ts";
import { incidents } from "./sealed.ts";

const all = incidents(
  { type: "Riots", actor: "=HYPERLINK(1)", start: 18262, end: 0, x: 4_400_000, y: 3_300_000, best: 0 },
  { actor: 'a "b", c\r\nd', toponym: "الموصل" },
);

test("no cell can be taken for a formula, none has to be guessed", () => {
  for (const formula of ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "  =1", "'=1", "＝1"]) {
    assert.match(csvCell(formula), /^"?'/, JSON.stringify(formula));
  }
  assert.equal(csvCell("Mosul"), "Mosul");
  assert.equal(csvCell("'Ana"), "'Ana");
  assert.equal(csvCell(-3), "-3");
});

test("CSV is quoted by RFC 4180 and says that it is UTF-8", () => {
  const [head, first, ...rest] = [...csv(all, [0, 1])].join("").split("\r\n");
  assert.ok(head!.startsWith("\ufeffincident_id,layer,event_type"));
  assert.ok(head!.endsWith(",footprint,latitude,longitude"));
  assert.ok(first!.includes(",2020-01-01,2020-01-01,"));
  assert.ok(first!.includes(",'=HYPERLINK(1),"));
  assert.ok(first!.endsWith(",33,44"));
  assert.ok(rest.join("\r\n").includes('"a ""b"", c\r\nd"'));
});

test("GeoJSON has a feature for each, without geometry where there is no place", () => {
  const { features } = JSON.parse([...geojson(all, [0, 1])].join(""));
  assert.deepEqual(features[0].geometry, { type: "Point", coordinates: [44, 33] });
  assert.equal(features[0].properties.fatalities_best, 0);
  assert.equal(features[0].properties.actor, "=HYPERLINK(1)");
  assert.equal(features[1].geometry, null);
  assert.equal(features[1].properties.toponym, "الموصل");
});

test("nothing shown is an empty file that can be read", () => {
  assert.equal([...csv(all, [])].join("").split("\r\n").length, 2);
  assert.deepEqual(JSON.parse([...geojson(all, [])].join("")).features, []);
});
