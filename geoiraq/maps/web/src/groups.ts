// Marks that would cover one another become one: pure geometry, so that it can be tested without a page.

export interface Placed<T> {
  item: T;
  x: number;
  y: number;
}

export interface Group<T> {
  items: T[];
  x: number;
  y: number;
}

/** Join what lies within `reach` pixels of a group's first member; in order, so the same input groups the same. */
export function group<T>(placed: Iterable<Placed<T>>, reach: number): Group<T>[] {
  const groups: (Group<T> & { anchor: [number, number] })[] = [];
  const cells = new Map<string, number[]>();
  for (const { item, x, y } of placed) {
    const near = nearest(groups, cells, x, y, reach);
    if (near !== null) {
      near.x += (x - near.x) / (near.items.length + 1);
      near.y += (y - near.y) / (near.items.length + 1);
      near.items.push(item);
      continue;
    }
    const key = cell(x, y, reach);
    cells.set(key, [...(cells.get(key) ?? []), groups.length]);
    groups.push({ items: [item], x, y, anchor: [x, y] });
  }
  return groups;
}

function cell(x: number, y: number, size: number): string {
  return `${Math.floor(x / size)},${Math.floor(y / size)}`;
}

function nearest<T>(
  groups: (Group<T> & { anchor: [number, number] })[],
  cells: Map<string, number[]>,
  x: number,
  y: number,
  reach: number,
): Group<T> | null {
  let best: Group<T> | null = null;
  let closest = reach;
  for (const dx of [-reach, 0, reach]) {
    for (const dy of [-reach, 0, reach]) {
      for (const index of cells.get(cell(x + dx, y + dy, reach)) ?? []) {
        const found = groups[index]!;
        const distance = Math.hypot(found.anchor[0] - x, found.anchor[1] - y);
        if (distance < closest) [best, closest] = [found, distance];
      }
    }
  }
  return best;
}

/** Join groups whose marks would still overlap, as large as `size` draws them, until none do. */
export function settle<T>(groups: Group<T>[], size: (items: T[]) => number): Group<T>[] {
  const settled: Group<T>[] = [];
  for (const next of groups) {
    let grown = next;
    for (;;) {
      const i = settled.findIndex((other) => touch(other, grown, size));
      if (i < 0) break;
      grown = joined(settled.splice(i, 1)[0]!, grown);
    }
    settled.push(grown);
  }
  return settled;
}

function touch<T>(a: Group<T>, b: Group<T>, size: (items: T[]) => number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < 0.42 * (size(a.items) + size(b.items));
}

function joined<T>(a: Group<T>, b: Group<T>): Group<T> {
  const weight = b.items.length / (a.items.length + b.items.length);
  return { items: [...a.items, ...b.items], x: a.x + (b.x - a.x) * weight, y: a.y + (b.y - a.y) * weight };
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Keep the boxes that fit, first come first served; each item names the places it would take, the best first. */
export function fit<T>(wanted: Iterable<{ item: T; places: Box[] }>, taken: Box[]): { item: T; place: number }[] {
  const kept: { item: T; place: number }[] = [];
  const held = [...taken];
  for (const { item, places } of wanted) {
    const place = places.findIndex((box) => !held.some((other) => clash(box, other)));
    if (place < 0) continue;
    held.push(places[place]!);
    kept.push({ item, place });
  }
  return kept;
}

function clash(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
