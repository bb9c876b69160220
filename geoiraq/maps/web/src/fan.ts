// A mark for several, opened in place: each incident gets its own mark around it, in a ring or, where they are many, in
// a spiral. Pure geometry, so that it can be tested without a page.

/** More than this are listed: so many marks would neither find room on a telephone nor be told apart. */
export const MOST_LEGS = 24;
/** Up to so many stand in a ring. */
const MOST_AROUND = 9;
/** Pixels between neighbours, and between the mark in the middle and those around it. */
const GAP = 6;
const CLEAR = 18;
/** A finger wants as much for each, however small it is drawn. */
const LEAST = 24;

export interface Place {
  x: number;
  y: number;
}

/** Where marks of these sizes stand about a middle of that size: the first above it, the others clockwise. */
export function around(sizes: number[], middle: number): Place[] {
  const room = sizes.map((size) => Math.max(size, LEAST) + GAP);
  const widest = Math.max(...room);
  const nearest = middle / 2 + CLEAR + widest / 2;
  return room.length <= MOST_AROUND ? inRing(room, nearest) : inSpiral(room, widest, nearest);
}

/** How far from the middle the outermost of them reaches. */
export function reach(places: Place[], sizes: number[]): number {
  return Math.max(...places.map(({ x, y }, i) => Math.hypot(x, y) + Math.max(sizes[i]!, LEAST) / 2));
}

/** Rows in the order in which they go round: clockwise as their places lie about the middle, those of one place by time. */
export function inTurn(rows: number[], middle: Place, place: (row: number) => Place, day: (row: number) => number): number[] {
  const turns = new Map(rows.map((row) => [row, bearing(middle, place(row))]));
  return [...rows].sort((a, b) => turns.get(a)! - turns.get(b)! || compare(day(a), day(b)) || a - b);
}

/** Clockwise from above, in steps that are finer than can be seen; 0 in the middle itself. */
function bearing(from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.hypot(dx, dy) < 1) return 0;
  return Math.round(((Math.atan2(dx, -dy) + 2 * Math.PI) % (2 * Math.PI)) * 100);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Evenly, in a ring that is wide enough for the two largest to be neighbours. */
function inRing(room: number[], nearest: number): Place[] {
  const turn = (2 * Math.PI) / room.length;
  const radius = room.length < 2 ? nearest : Math.max(nearest, Math.max(...room) / (2 * Math.sin(turn / 2)));
  return room.map((_, i) => at(i * turn, radius));
}

/** Each next to the one before; a turn further out there is room for the widest. */
function inSpiral(room: number[], widest: number, nearest: number): Place[] {
  const outwards = widest / (2 * Math.PI);
  let angle = 0;
  return room.map((own, i) => {
    const radius = nearest + outwards * angle;
    const place = at(angle, radius);
    angle += 2 * Math.asin(Math.min(1, (own + (room[i + 1] ?? own)) / 4 / radius));
    return place;
  });
}

function at(angle: number, radius: number): Place {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}
