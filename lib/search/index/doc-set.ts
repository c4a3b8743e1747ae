const BITS = 32;

/** A set of document numbers, a bit for each. */
export class DocSet {
  readonly words: Uint32Array;
  /** Its numbers are below it. */
  readonly limit: number;
  /** Its numbers in order, until it changes; and how many. */
  private listed: Int32Array | null = null;
  private counted = -1;

  constructor(limit: number) {
    this.limit = limit;
    this.words = new Uint32Array(Math.ceil(limit / BITS));
  }

  add(doc: number): void {
    this.change();
    if (doc < this.limit) this.words[doc >>> 5]! |= 1 << (doc & 31);
  }

  addAll(docs: Int32Array): void {
    this.change();
    const { words, limit } = this;
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      if (doc < limit) words[doc >>> 5]! |= 1 << (doc & 31);
    }
  }

  delete(doc: number): void {
    this.change();
    if (doc < this.limit) this.words[doc >>> 5]! &= ~(1 << (doc & 31));
  }

  has(doc: number): boolean {
    return doc < this.limit && (this.words[doc >>> 5]! & (1 << (doc & 31))) !== 0;
  }

  /** Keeps what is in both, and returns itself. */
  keep(other: DocSet): this {
    this.change();
    for (let i = 0; i < this.words.length; i++) this.words[i]! &= other.words[i] ?? 0;
    return this;
  }

  /** Adds what is in the other, and returns itself. */
  join(other: DocSet): this {
    this.change();
    for (let i = 0; i < this.words.length; i++) this.words[i]! |= other.words[i] ?? 0;
    return this;
  }

  /** A set of its own with the numbers of this one that are below another limit. */
  copy(limit: number): DocSet {
    const set = new DocSet(limit);
    set.words.set(this.words.subarray(0, set.words.length));
    return set;
  }

  /** Takes out what is in the other, and returns itself. */
  without(other: DocSet): this {
    this.change();
    for (let i = 0; i < this.words.length; i++) this.words[i]! &= ~(other.words[i] ?? 0);
    return this;
  }

  get size(): number {
    if (this.counted >= 0) return this.counted;
    const { words } = this;
    let size = 0;
    // As signed numbers, here as in `toArray`: others would be reckoned with as fractions are.
    for (let i = 0; i < words.length; i++) size += bitCount(words[i]! | 0);
    this.counted = size;
    return size;
  }

  private change(): void {
    this.listed = null;
    this.counted = -1;
  }

  /** The numbers in ascending order; not to be written to. */
  toArray(): Int32Array {
    if (this.listed) return this.listed;
    const { words } = this;
    const docs = new Int32Array(this.size);
    let count = 0;
    for (let i = 0; i < words.length; i++) {
      for (let word = words[i]! | 0; word !== 0; word &= word - 1)
        docs[count++] = i * BITS + (BITS - 1 - Math.clz32(word & -word));
    }
    this.listed = docs;
    return docs;
  }
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let bits = (word - ((word >>> 1) & 0x55555555)) | 0;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
