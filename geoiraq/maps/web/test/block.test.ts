import assert from "node:assert/strict";
import { test } from "node:test";
import { NONE } from "../src/block.ts";
import { Writer } from "./sealed.ts";

const read = (...values: (number | null)[]) => {
  const writer = new Writer();
  const column = writer.integers(values);
  return [...writer.block({}).integers(column, values.length)];
};

test("whole numbers are read as they were written, however large and below zero", () => {
  for (const column of [[0], [5, 5, 5], [-700_000, 3, 2_000_000_000], [-0x7fffffff, 0x7fffffff - 0x7fffffff], []]) {
    assert.deepEqual(read(...column), column);
  }
});

test("a row of which nothing is said has NONE, and nothing is not zero", () => {
  assert.deepEqual(read(0, null, -4), [0, NONE, -4]);
  assert.deepEqual(read(null), [NONE]);
  assert.deepEqual([...new Writer().block({}).integers(undefined, 2)], [NONE, NONE]);
});

test("texts are cut where they were joined, in every script and out of step with characters", () => {
  const writer = new Writer();
  const words = ["", "سامراء", "\ud83d", "\ude00", "x\u0000", "😀"];
  const at = writer.texts(words);
  const texts = writer.block({}).texts(at);
  assert.equal(texts.size, words.length);
  assert.deepEqual(words.map((_, i) => texts.word(i)), words);
});
