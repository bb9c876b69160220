import assert from "node:assert/strict";
import { test } from "node:test";
import { firstInSight, heightOf, scrollTo } from "../src/table.ts";

test("every row can be reached: at the top the first comes first, at the bottom the last is in sight", () => {
  for (const count of [1, 5, 100, 1_000_000]) {
    for (const window of [46, 300, 1000]) {
      const bottom = Math.max(0, heightOf(count) - window);
      const room = Math.floor(window / 46);
      assert.equal(firstInSight(0, window, count), 0);
      assert.equal(firstInSight(bottom, window, count), Math.max(0, count - room), `${count} rows, ${window} pixels`);
      assert.equal(firstInSight(bottom + 1000, window, count), Math.max(0, count - room));
    }
  }
});

test("scrolling to a row makes it the first, of a million too", () => {
  for (const first of [0, 1, 2, 77_777, 500_000, 999_900]) {
    assert.equal(firstInSight(scrollTo(first, 460, 1_000_000), 460, 1_000_000), first);
  }
  for (const first of [0, 1, 50, 90]) assert.equal(firstInSight(scrollTo(first, 460, 100), 460, 100), first);
});

test("no table is higher than browsers can draw", () => assert.ok(heightOf(50_000_000) < 17_000_000));
