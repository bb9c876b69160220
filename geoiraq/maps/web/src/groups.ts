// Marks that would cover one another become one: pure geometry on columns, so that it can be tested without a page.

/** Where the rows lie, in pixels of a world that is 256 wide; NaN for those that have no mark. */
export interface World {
  x: Float64Array;
  y: Float64Array;
}

/** The part of the world that is drawn, in pixels of a world `256 * scale` wide. */
export interface View {
  scale: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rows that share a mark. */
export interface Group {
  /** The middle of its rows, in pixels as the view counts them. */
  x: number;
  y: number;
  count: number;
  /** How many of each layer. */
  layers: Uint32Array;
  /** The first of its rows. */
  row: number;
  /** The cells of the grid in which its rows lie. */
  cells: number[];
}

/** Pixels; two rows in one cell are always nearer than `REACH`. */
const CELL = 12;
/** Pixels within which marks would cover one another. */
const REACH = 24;
/** Marks whose middles are nearer than this part of their sizes touch. */
const TOUCH = 0.42;

/** Web Mercator, as the map is drawn. */
export function worldX(lon: number): number {
  return (lon / 360 + 0.5) * 256;
}

export function worldY(lat: number): number {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256;
}

/** The rows of a view, cell by cell, and the marks they make. */
export class Grid {
  readonly groups: Group[];
  private readonly world: World;
  private readonly view: View;
  private readonly columns: number;
  private readonly origin: { x: number; y: number };

  /** `size` is how large a mark for so many rows is drawn, the first of which is given. */
  constructor(world: World, rows: Uint32Array, layer: Uint8Array, layers: number, view: View, size: (group: Group) => number) {
    this.world = world;
    this.view = view;
    // Cells are fixed in the world, so that a map that is moved groups as before.
    this.origin = { x: Math.floor(view.left / CELL), y: Math.floor(view.top / CELL) };
    this.columns = Math.ceil(view.right / CELL) - this.origin.x + 1;
    const lines = Math.ceil(view.bottom / CELL) - this.origin.y + 1;
    const cells = this.fill(rows, layer, layers, this.columns * lines);
    this.groups = settle(this.gather(cells, size), size);
  }

  /** Which of the rows a group stands for. */
  rowsOf(group: Group, rows: Uint32Array): Uint32Array {
    const own = new Set(group.cells);
    return rows.filter((row) => own.has(this.cellOf(row)));
  }

  private cellOf(row: number): number {
    const { scale, left, top, right, bottom } = this.view;
    const x = this.world.x[row]! * scale;
    const y = this.world.y[row]! * scale;
    if (!(x >= left && x < right && y >= top && y < bottom)) return -1; // NaN too
    return Math.floor(x / CELL) - this.origin.x + (Math.floor(y / CELL) - this.origin.y) * this.columns;
  }

  private fill(rows: Uint32Array, layer: Uint8Array, layers: number, size: number): (Group | undefined)[] {
    const [count, first] = [new Uint32Array(size), new Uint32Array(size)];
    const byLayer = new Uint32Array(size * layers);
    const [x, y] = [new Float64Array(size), new Float64Array(size)];
    for (const row of rows) {
      const cell = this.cellOf(row);
      if (cell < 0) continue;
      if (count[cell]!++ === 0) first[cell] = row;
      byLayer[cell * layers + layer[row]!]!++;
      x[cell]! += this.world.x[row]!;
      y[cell]! += this.world.y[row]!;
    }
    const cells = new Array<Group | undefined>(size);
    for (let cell = 0; cell < size; cell++) {
      const n = count[cell]!;
      if (n === 0) continue;
      const at = { x: (x[cell]! / n) * this.view.scale, y: (y[cell]! / n) * this.view.scale };
      cells[cell] = { ...at, count: n, layers: byLayer.slice(cell * layers, (cell + 1) * layers), row: first[cell]!, cells: [cell] };
    }
    return cells;
  }

  /** Cells join the fullest one about them, within its reach and then within that of the mark that this makes. */
  private gather(cells: (Group | undefined)[], size: (group: Group) => number): Group[] {
    const fullestFirst = cells.filter((cell) => cell !== undefined).sort((a, b) => b.count - a.count || a.row - b.row);
    const free = cells;
    const groups: Group[] = [];
    for (const next of fullestFirst) {
      const at = next.cells[0]!;
      if (free[at] !== next) continue;
      free[at] = undefined;
      const near = this.take(free, at, next, REACH);
      const grown = near.reduce(joined, next);
      groups.push(this.take(free, at, next, 2 * TOUCH * size(grown)).reduce(joined, grown));
    }
    return groups;
  }

  private take(free: (Group | undefined)[], at: number, { x, y }: Group, reach: number): Group[] {
    const taken: Group[] = [];
    const far = Math.ceil(reach / CELL);
    for (let dy = -far; dy <= far; dy++) {
      for (let dx = -far; dx <= far; dx++) {
        const cell = at + dx + dy * this.columns;
        const found = free[cell];
        // A cell beyond the edge is one of the next line, and too far away.
        if (found === undefined || Math.hypot(found.x - x, found.y - y) >= reach) continue;
        free[cell] = undefined;
        taken.push(found);
      }
    }
    return taken;
  }
}

function joined(a: Group, b: Group): Group {
  const count = a.count + b.count;
  return {
    x: (a.x * a.count + b.x * b.count) / count,
    y: (a.y * a.count + b.y * b.count) / count,
    count,
    layers: a.layers.map((n, layer) => n + b.layers[layer]!),
    row: Math.min(a.row, b.row),
    cells: a.cells.concat(b.cells),
  };
}

/** No mark is larger than this, so none touches one that lies two squares of it away. */
const SQUARE = 64;

/** Join groups whose marks would still touch, as large as `size` draws them, until none do. */
export function settle(groups: Group[], size: (group: Group) => number): Group[] {
  const squares = new Map<string, Set<Group>>();
  const square = (x: number, y: number): string => `${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`;
  const touching = (group: Group): Group | undefined => {
    for (const dx of [-SQUARE, 0, SQUARE]) {
      for (const dy of [-SQUARE, 0, SQUARE]) {
        for (const other of squares.get(square(group.x + dx, group.y + dy)) ?? []) {
          if (Math.hypot(group.x - other.x, group.y - other.y) < TOUCH * (size(group) + size(other))) return other;
        }
      }
    }
    return undefined;
  };
  for (const next of groups) {
    let grown = next;
    for (let other = touching(grown); other !== undefined; other = touching(grown)) {
      squares.get(square(other.x, other.y))!.delete(other);
      grown = joined(other, grown);
    }
    const key = square(grown.x, grown.y);
    squares.set(key, (squares.get(key) ?? new Set()).add(grown));
  }
  return [...squares.values()].flatMap((found) => [...found]);
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

/** Whether the two have anything in common. */
export function clash(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
