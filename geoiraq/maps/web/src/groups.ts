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
