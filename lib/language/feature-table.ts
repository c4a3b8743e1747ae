/** Rows of weights by a number, looked up without making a string: open addressing. */

const FREE = -1;

export class FeatureTable {
  private readonly keys: Int32Array;
  private readonly starts: Int32Array;
  private readonly mask: number;

  /** `entries` pair a number of at most 31 bits with where its row of weights starts. */
  constructor(entries: readonly (readonly [key: number, start: number])[]) {
    // At most a quarter full, so that a look-up for what is not there ends at once.
    const size = 2 ** Math.ceil(Math.log2(4 * entries.length + 4));
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(FREE);
    this.starts = new Int32Array(size).fill(FREE);
    for (const [key, start] of entries) {
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.starts[slot] = start;
    }
  }

  /** Where the row of a number starts, or -1. */
  get(key: number): number {
    return this.starts[this.slotOf(key)] as number;
  }

  private slotOf(key: number): number {
    const { keys, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 9) & mask;
    while (keys[slot] !== FREE && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
