import assert from "node:assert/strict";
import { test } from "node:test";
import { first, next } from "../src/player.ts";

const SPAN = { start: -100, end: 3100 };
const EVEN = ({ start, end }: typeof SPAN) => (day: number, part: number): number => Math.round(day + part * (end - start));

test("playing begins with the window that was chosen, or one as long at the start where that is at the end", () => {
  assert.deepEqual(first({ start: 5, end: 9 }, SPAN, EVEN(SPAN)), { start: 5, end: 9 });
  assert.deepEqual(first({ start: 3000, end: 3100 }, SPAN, EVEN(SPAN)), { start: -100, end: 0 });
});

test("where no window was chosen, playing shows a part of all time, and never more than there is", () => {
  const { start, end } = first(null, SPAN, EVEN(SPAN));
  assert.equal(start, SPAN.start);
  assert.ok(end > start && end < SPAN.end / 5);
  assert.deepEqual(first(null, { start: 4, end: 5 }, EVEN({ start: 4, end: 5 })), { start: 4, end: 5 });
});

test("the window moves on, keeps its length, and comes to the last day", () => {
  for (const span of [SPAN, { start: 0, end: 7 }]) {
    let window = first(null, span, EVEN(span));
    const long = window.end - window.start;
    let steps = 0;
    for (let following = next(window, span, EVEN(span)); following !== null; following = next(window, span, EVEN(span))) {
      assert.ok(following.start > window.start && following.end - following.start === long);
      window = following;
      steps++;
    }
    assert.equal(window.end, span.end);
    assert.ok(steps > 0 && steps < 200);
  }
});
