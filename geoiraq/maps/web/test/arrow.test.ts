import assert from "node:assert/strict";
import { test } from "node:test";
import { arrow } from "../src/arrow.ts";

const far = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

test("an arrow goes from one place to the other and leaves both marks free", () => {
  for (const to of [{ x: 200, y: 0 }, { x: -90, y: 40 }, { x: 0, y: -300 }]) {
    const [line, head] = arrow({ x: 0, y: 0 }, to);
    const [start, end] = [line![0]!, line!.at(-1)!];
    assert.ok(far(start, { x: 0, y: 0 }) > 10 && far(start, { x: 0, y: 0 }) < 20);
    assert.ok(far(end, to) > 14 && far(end, to) < 24);
    assert.deepEqual(head![1], end);
    assert.ok(far(head![0]!, to) > far(end, to) && far(head![2]!, to) > far(end, to));
  }
});

test("one there and one back do not lie on one another", () => {
  const [a, b] = [{ x: 0, y: 0 }, { x: 200, y: 0 }];
  const [there, back] = [arrow(a, b)[0]!, arrow(b, a)[0]!];
  assert.ok(far(there[8]!, back[8]!) > 20);
});

test("places under one mark have none", () => {
  assert.deepEqual(arrow({ x: 0, y: 0 }, { x: 20, y: 20 }), []);
});
