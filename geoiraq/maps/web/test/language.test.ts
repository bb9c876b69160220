import assert from "node:assert/strict";
import { test } from "node:test";
import ar from "../src/words/ar.json" with { type: "json" };
import en from "../src/words/en.json" with { type: "json" };
import { LANGUAGES, say, speak } from "../src/language.ts";

type Said = string | string[] | Record<string, string>;
const TABLES: Record<string, Record<string, Said>> = { en: en as Record<string, Said>, ar: ar as Record<string, Said> };
/** Tables of words, not sentences. */
const LISTS = new Set(["terms", "sides", "parts", "attributions", "months", "months.short"]);

const sentences = (said: Said): string[] => (typeof said === "string" ? [said] : Object.values(said));
const blanks = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

test("every language says everything", () => {
  for (const code of LANGUAGES) assert.deepEqual(Object.keys(TABLES[code]!), Object.keys(en));
});

test("every language leaves the same blanks, though a plural may swallow its number", () => {
  for (const code of LANGUAGES) {
    for (const [key, said] of Object.entries(TABLES[code]!).filter(([key]) => !LISTS.has(key))) {
      const wanted = blanks(sentences((en as Record<string, Said>)[key]!).at(-1)!);
      assert.deepEqual(blanks(sentences(said).at(-1)!), wanted, `${code} ${key}`);
      for (const sentence of sentences(said)) assert.ok(blanks(sentence).every((blank) => wanted.includes(blank)), `${code} ${key}`);
    }
  }
});

test("a plural has each form that its language knows", () => {
  for (const code of LANGUAGES) {
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories.sort();
    for (const [key, said] of Object.entries(TABLES[code]!).filter(([key]) => !LISTS.has(key))) {
      if (typeof said !== "string") assert.deepEqual(Object.keys(said).sort(), forms, `${code} ${key}`);
    }
  }
});

test("what fills a blank is not read for blanks, nor for patterns", () => {
  for (const name of ["{n}", "$&", "$1", "\\"]) assert.ok(say("where.site", { name }).includes(name));
});

test("numbers are written as the language does", () => {
  assert.equal(say("summary.some", { shown: 1, n: 1234 }), "1 of 1,234 incidents");
  speak("ar");
  assert.equal(say("summary.some", { shown: 1, n: 1234 }), "١ من ١٬٢٣٤ حادثةً");
  speak("en");
});
