// Opens the sealed block that Python wrote into the page: base64, deflated; JSON, one long text, columns of bytes.

/** Nothing said, in a column of whole numbers. */
export const NONE = -0x80000000;

/** Where a column of whole numbers stands: `width` bytes each, all lowest bytes first, then all second, and so on. */
export interface IntegersAt {
  at: number;
  count: number;
  width: number;
  least: number;
  /** Whether 0 stands for nothing and all else is one more than it says. */
  gaps: boolean;
}

/** Where a list of texts stands. */
export interface TextsAt {
  at: number;
  lengths: IntegersAt;
}

/** A list of texts, cut from the long one when they are asked for. */
export class Texts {
  readonly size: number;
  private readonly prose: string;
  private readonly ends: Uint32Array;

  constructor(prose: string, lengths: ArrayLike<number>) {
    this.prose = prose;
    this.size = lengths.length;
    this.ends = new Uint32Array(lengths.length + 1);
    for (let i = 0; i < lengths.length; i++) this.ends[i + 1] = this.ends[i]! + lengths[i]!;
  }

  word(i: number): string {
    return this.prose.slice(this.ends[i], this.ends[i + 1]);
  }
}

export class Block {
  /** The JSON, in which columns and texts are named by where they stand. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what our own Python wrote
  readonly head: any;
  private readonly prose: string;
  private readonly bytes: Uint8Array;

  constructor(content: ArrayBuffer) {
    const [head, prose] = new Uint32Array(content, 0, 2) as unknown as [number, number];
    const text = (at: number, length: number): unknown => JSON.parse(new TextDecoder().decode(new Uint8Array(content, at, length)));
    this.head = text(8, head);
    this.prose = text(8 + head, prose) as string;
    this.bytes = new Uint8Array(content, 8 + head + prose);
  }

  /** A column, NONE where nothing is said; where there is no such column, nothing is said in any row. */
  integers(written: IntegersAt | undefined, count: number): Int32Array<ArrayBuffer> {
    const column = new Int32Array(count);
    if (written === undefined) return column.fill(NONE);
    const { width, least, gaps } = written;
    for (let plane = 0; plane < width; plane++) {
      const start = written.at + plane * count;
      const shift = 8 * plane;
      for (let row = 0; row < count; row++) column[row]! |= this.bytes[start + row]! << shift;
    }
    const first = gaps ? least - 1 : least;
    for (let row = 0; row < count; row++) column[row] = gaps && column[row] === 0 ? NONE : column[row]! + first;
    return column;
  }

  texts(written: TextsAt): Texts {
    const { count, at } = { count: written.lengths.count, at: written.at };
    const lengths = this.integers(written.lengths, count);
    const length = lengths.reduce((sum, next) => sum + next, 0);
    return new Texts(this.prose.slice(at, at + length), lengths);
  }
}

/** Read the text of a script element as a block. */
export async function unseal(base64: string): Promise<Block> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Block(await new Response(stream).arrayBuffer());
}
