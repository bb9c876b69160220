import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, Grid, settle, worldX, worldY, type Group } from "../src/groups.ts";

const VIEW = { scale: 1, left: 0, top: 0, right: 900, bottom: 600 };
const size = ({ count }: Group) => (count === 1 ? 22 : 36);

/** Points of a world that is drawn as it is; every third is of another layer. */
function grid(points: [number, number][], view = VIEW): { marks: Grid; rows: Uint32Array } {
  const world = { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
  const rows = Uint32Array.from(points.keys());
  return { marks: new Grid(world, rows, Uint8Array.from(points, (_, i) => (i % 3 === 0 ? 1 : 0)), 2, view, size), rows };
}

function scattered(n: number): [number, number][] {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: n }, () => [random() * 900, random() * 600]);
}

test("what lies together is one mark, what lies apart is not", () => {
  const groups = grid([[10, 10], [15, 10], [100, 100], [102, 101], [300, 10]]).marks.groups.sort((a, b) => a.row - b.row);
  assert.deepEqual(groups.map(({ count }) => count), [2, 2, 1]);
  assert.deepEqual([groups[0]!.x, groups[0]!.y], [12.5, 10]);
});

test("neighbours on both sides of a cell's edge are found, and what stands alone stands where it is", () => {
  const groups = grid([[23.9, 5], [24.1, 5], [600, 77.3]]).marks.groups.sort((a, b) => a.row - b.row);
  assert.deepEqual(groups.map(({ count, x, y }) => [count, x, y]), [[2, 24, 5], [1, 600, 77.3]]);
});

test("every row is in one mark, which says how many there are of each layer", () => {
  const { marks, rows } = grid(scattered(400));
  const found = marks.groups.flatMap((group) => {
    const own = [...marks.rowsOf(group, rows)];
    assert.equal(own.length, group.count);
    assert.equal(Math.min(...own), group.row);
    assert.deepEqual([...group.layers], [own.filter((row) => row % 3 > 0).length, own.filter((row) => row % 3 === 0).length]);
    return own;
  });
  assert.deepEqual(found.sort((a, b) => a - b), [...rows]);
});

test("no two marks overlap", () => {
  const { groups } = grid(scattered(400)).marks;
  groups.forEach((a, i) =>
    groups.slice(i + 1).forEach((b) => {
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 0.42 * (size(a) + size(b)));
    }),
  );
});

test("the same input groups the same", () => {
  assert.deepEqual(grid(scattered(50)).marks.groups, grid(scattered(50)).marks.groups);
});

test("what has no place or lies outside the view has no mark", () => {
  const { marks } = grid([[NaN, NaN], [-1, 5], [901, 5], [5, 601], [5, 5]]);
  assert.deepEqual(marks.groups.map(({ row }) => row), [4]);
});

test("a view that begins anywhere in the world groups as one that begins elsewhere", () => {
  const middle = scattered(60).map(([x, y]): [number, number] => [200 + x / 3, 200 + y / 3]);
  const counts = (left: number) => grid(middle, { ...VIEW, left, top: left }).marks.groups.map(({ count, x }) => [count, x]);
  assert.deepEqual(counts(-7), counts(5));
});

test("groups that touch once joined are joined too", () => {
  const at = (x: number, count: number): Group => ({ x, y: 0, count, layers: Uint32Array.of(count), row: x, cells: [x] });
  const settled = settle([at(0, 1), at(35, 1), at(17, 3)], size);
  assert.deepEqual(settled.map(({ count, cells }) => [count, cells.length]), [[5, 3]]);
});

test("the world is 256 wide, its middle at the equator and Greenwich", () => {
  assert.deepEqual([worldX(-180), worldX(0), worldX(180), worldY(0)], [0, 128, 256, 128]);
  assert.ok(Math.abs(worldY(85.0511)) < 0.01 && worldY(33) < 128);
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
