import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, group, settle } from "../src/groups.ts";

const at = (x: number, y: number) => ({ item: `${x},${y}`, x, y });

test("what lies together is one group, what lies apart is not, and nothing is lost", () => {
  const groups = group([at(0, 0), at(5, 0), at(100, 100), at(102, 101), at(300, 0)], 24);
  assert.deepEqual(groups.map((g) => g.items.length), [2, 2, 1]);
  assert.deepEqual([groups[0]!.x, groups[0]!.y], [2.5, 0]);
});

test("neighbours on both sides of a cell's edge and of zero are found", () => {
  assert.equal(group([at(23.9, 0), at(24.1, 0)], 24).length, 1);
  assert.equal(group([at(-1, -1), at(1, 1)], 24).length, 1);
});

test("no two marks overlap once settled, and every item is in one of them", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const points = Array.from({ length: 400 }, () => at(Math.floor(random() * 900), Math.floor(random() * 600)));
  const size = (items: unknown[]) => (items.length === 1 ? 22 : 36);
  const settled = settle(group(points, 24), size);
  assert.equal(settled.reduce((sum, g) => sum + g.items.length, 0), 400);
  settled.forEach((a, i) =>
    settled.slice(i + 1).forEach((b) => {
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 0.42 * (size(a.items) + size(b.items)));
    }),
  );
});

test("the same input groups the same", () => {
  const points = [at(3, 4), at(10, 10), at(30, 30), at(33, 31)];
  assert.deepEqual(group(points, 24), group(points, 24));
});

test("names take the first place that is free, or none", () => {
  const box = (left: number) => ({ left, top: 0, right: left + 10, bottom: 10 });
  const wanted = [
    { item: "a", places: [box(0)] },
    { item: "b", places: [box(5), box(20)] },
    { item: "c", places: [box(5)] },
  ];
  assert.deepEqual(fit(wanted, [box(100)]), [{ item: "a", place: 0 }, { item: "b", place: 1 }]);
});
