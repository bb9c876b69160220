import assert from "node:assert/strict";
import { test } from "node:test";
import { around, inTurn, MOST_LEGS, reach } from "../src/fan.ts";

const MIDDLE = 40;

/** Sizes as marks have them, mixed without chance. */
function sizes(n: number): number[] {
  return Array.from({ length: n }, (_, i) => 21 + ((i * 7) % 20));
}

test("however many there are, no two touch and none touches the middle", () => {
  for (let n = 1; n <= MOST_LEGS; n++) {
    const places = around(sizes(n), MIDDLE);
    places.forEach((a, i) => {
      assert.ok(Math.hypot(a.x, a.y) >= (MIDDLE + sizes(n)[i]!) / 2, `${n}: ${i}`);
      places.slice(i + 1).forEach((b, j) => {
        const between = (sizes(n)[i]! + sizes(n)[i + 1 + j]!) / 2;
        assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= between, `${n}: ${i} and ${i + 1 + j}`);
      });
    });
  }
});

test("the first stands above the middle, the next clockwise", () => {
  for (const n of [2, 5, 20]) {
    const [first, second] = around(sizes(n), MIDDLE);
    assert.ok(Math.abs(first!.x) < 1e-9 && first!.y < 0);
    assert.ok(second!.x >= -1e-9);
  }
});

test("the most that are opened find room on the map of a telephone", () => {
  const most = Array.from({ length: MOST_LEGS }, () => 24);
  assert.ok(reach(around(most, MIDDLE), most) <= 170);
});

test("places go round as they lie, so that lines do not cross; what lies in one place goes by time, the undated last", () => {
  const places = [{ x: 0, y: 10 }, { x: 10, y: 0 }, { x: -10, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 0 }];
  const days = [1, 5, 2, 3, Infinity];
  assert.deepEqual(inTurn([0, 1, 2, 3, 4], { x: 0, y: 0 }, (row) => places[row]!, (row) => days[row]!), [3, 1, 4, 0, 2]);
});
