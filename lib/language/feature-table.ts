/** Rows of weights by two integers, looked up without making a string: open addressing. */

/** `first` is a small number, `second` below 2^28. */
type Entry = { first: number; second: number; row: Float64Array };

const FREE = -1;

export class FeatureTable {
  private readonly keys: Float64Array;
  private readonly rows: (Float64Array | undefined)[];
  private readonly mask: number;

  constructor(entries: readonly Entry[]) {
    // At most a quarter full, so that a look-up for what is not there ends at once.
    const size = 2 ** Math.ceil(Math.log2(4 * entries.length + 4));
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(FREE);
    this.rows = new Array<Float64Array | undefined>(size).fill(undefined);
    for (const { first, second, row } of entries) {
      const slot = this.slotOf(first, second);
      this.keys[slot] = keyOf(first, second);
      this.rows[slot] = row;
    }
  }

  get(first: number, second: number): Float64Array | undefined {
    return this.rows[this.slotOf(first, second)];
  }

  private slotOf(first: number, second: number): number {
    const key = keyOf(first, second);
    let slot = (Math.imul(second ^ Math.imul(first, 0x9e3779b1), 0x85ebca6b) >>> 7) & this.mask;
    while (this.keys[slot] !== FREE && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function keyOf(first: number, second: number): number {
  return first * 2 ** 28 + second;
}
