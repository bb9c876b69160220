// An arrow between two places of the map: pure geometry.

export interface Pixel {
  x: number;
  y: number;
}

/** Pixels that are left free about the mark at the start and the place at the end. */
const FROM = 13;
const TO = 18;
/** Shorter than this, both ends are under one mark. */
const SHORTEST = 44;
/** How far an arrow bows out, as a part of its length: one there and one back lie apart. */
const BOW = 0.14;
const STEPS = 16;
const HEAD = 8;

/** A bowed line from one place to another and the head at its end; nothing where they lie too near for one. */
export function arrow(from: Pixel, to: Pixel): Pixel[][] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < SHORTEST) return [];
  const bend = { x: (from.x + to.x) / 2 - dy * BOW, y: (from.y + to.y) / 2 + dx * BOW };
  const on = (t: number): Pixel => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
  };
  const [first, last] = [FROM / length, 1 - TO / length];
  const line = Array.from({ length: STEPS + 1 }, (_, i) => on(first + ((last - first) * i) / STEPS));
  const [tip, before] = [line[STEPS]!, line[STEPS - 1]!];
  const way = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (turn: number): Pixel => ({ x: tip.x - HEAD * Math.cos(way + turn), y: tip.y - HEAD * Math.sin(way + turn) });
  return [line, [wing(-0.5), tip, wing(0.5)]];
}
