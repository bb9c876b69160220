import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, sound, words } from "../src/fold.ts";
import { fold, found, seek } from "../src/search.ts";

const finds = (query: string, text: string): boolean => seek(query).every((word) => found(word, fold(text)));

test("a spelling does not matter: hyphens, articles, doubled letters, q/k/g, ou/u, a final h, diacritics", () => {
  for (const [query, text] of [
    ["al-Qayyarah", "a base at Gayara"],
    ["fallujah", "in al-Fallūja"],
    ["Salah al-Din", "Salah-a-Din governorate"],
    ["mossoul", "the city of Mosul"],
    ["Ain al-Asad", "ʿAyn al-Asad Airbase"],
    ["Kirkouk", "KIRKUK"],
  ] as const) {
    assert.ok(finds(query, text), `${query} finds ${text}`);
  }
});

test("nor does it in Arabic: hamza, ta marbuta, alif maqsura, tatweel, vowel signs, article, digits", () => {
  for (const [query, text] of [
    ["الانبار", "محافظة الأنبار"],
    ["الفلوجه", "في الفلّوجة"],
    ["مصطفي", "مصطفى"],
    ["موصل", "المـــوصل"],
    ["2019", "في ٢٠١٩"],
    ["کركوك", "كركوك"],
  ] as const) {
    assert.ok(finds(query, text), `${query} finds ${text}`);
  }
});

test("a name is found in the other script by its consonants", () => {
  assert.ok(finds("بغداد", "Baghdad"));
  assert.ok(finds("Kirkuk", "قرب كركوك"));
  assert.ok(finds("كتائب حزب", "Kataib Hezbollah"));
  assert.ok(finds("قيارة", "al-Qayyarah"));
  assert.ok(!finds("بغداد", "Kirkuk"));
  assert.ok(!finds("قيارة", "Kirkuk"));
  assert.ok(!finds("ا", "Anah"));
});

test("the beginning of a word is enough, every word is needed, in any order", () => {
  assert.ok(finds("mos", "Mosul"));
  assert.ok(finds("taji rockets", "Rockets hit Camp Taji"));
  assert.ok(!finds("taji drones", "Rockets hit Camp Taji"));
  assert.ok(!finds("osul", "Mosul"));
  assert.ok(!finds("Taji", "Baiji"));
});

test("nothing that is typed is nothing that is asked", () => {
  assert.deepEqual(seek("  ' -- "), []);
});

test("folding twice is folding once", () => {
  for (const text of ["Salāḥ ad-Dīn", "ﻻ", "İstanbul", "ẞ", "٣٤ km", "ʼn"]) assert.equal(plain(plain(text)), plain(text));
  assert.deepEqual(words("the al-Anbar"), ["anbar"]);
  assert.equal(sound("muhammad"), sound("mohamed"));
});

test("folding takes time in proportion to the text", () => {
  const took = (n: number): number => {
    const before = process.cpuUsage().user;
    for (const unit of ["a", "ha", "dd", "́", "ال ", "' "]) fold(unit.repeat(n));
    return process.cpuUsage().user - before;
  };
  took(2_000);
  const [short, long] = [took(20_000), took(200_000)];
  assert.ok(long < 40 * Math.max(short, 2_000), `${short} µs, ten times as long ${long} µs`);
});
