import { gallop, lowestFrom } from "#lib/search/index/ascending.ts";

const BITS = 32;
/** As many numbers as one in so many are a few: to go through their list takes less than through all bits. */
const FEW = 64;
/** To copy any number at once takes as long as so many by themselves. */
const COPIED_AT_ONCE = 16;
const NO_DOCS = new Int32Array(0);

/** A set of document numbers: a bit for each number there is, or a list while it holds but a few. */
export class DocSet {
  /** Its numbers are below it. */
  readonly limit: number;
  /** Null while the list is all that there is. */
  private bits: Uint32Array | null = null;
  /** Its numbers in order; null since the bits were changed. */
  private listed: Int32Array | null = NO_DOCS;
  private counted = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** A set of documents in ascending order, each once: quick while they are few, since no bits are needed. */
  static ofAscending(docs: Int32Array, limit: number): DocSet {
    const set = new DocSet(limit);
    set.list(docs);
    return set;
  }

  /** A set of documents in any order, some of them more than once. */
  static ofLists(lists: readonly Int32Array[], limit: number): DocSet {
    const most = lists.reduce((sum, { length }) => sum + length, 0);
    if (most * FEW <= limit) return DocSet.ofAscending(merged(lists, most), limit);
    const set = new DocSet(limit);
    for (const docs of lists) set.addAll(docs);
    return set;
  }

  /** All numbers that there are. */
  static all(limit: number): DocSet {
    const set = new DocSet(limit);
    set.words.fill(0xffffffff);
    set.change();
    set.cutOff();
    return set;
  }

  /** Its list where it is known to be short. */
  get few(): Int32Array | null {
    const { listed } = this;
    return listed !== null && listed.length * FEW <= this.limit ? listed : null;
  }

  /** A bit for each number. */
  get words(): Uint32Array {
    if (this.bits) return this.bits;
    const bits = new Uint32Array(Math.ceil(this.limit / BITS));
    const docs = this.listed!;
    for (let i = 0; i < docs.length; i++) bits[docs[i]! >>> 5]! |= 1 << (docs[i]! & 31);
    this.bits = bits;
    return bits;
  }

  add(doc: number): void {
    const { words } = this;
    this.change();
    if (doc < this.limit) words[doc >>> 5]! |= 1 << (doc & 31);
  }

  addAll(docs: Int32Array): void {
    const { words, limit } = this;
    this.change();
    // Those of one word mostly follow each other: it is written once for all of these.
    let [at, bits] = [0, 0];
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      if (doc >= limit) continue;
      if (doc >>> 5 !== at) {
        words[at]! |= bits;
        [at, bits] = [doc >>> 5, 0];
      }
      bits |= 1 << (doc & 31);
    }
    if (bits !== 0) words[at]! |= bits;
  }

  delete(doc: number): void {
    const { words } = this;
    this.change();
    if (doc < this.limit) words[doc >>> 5]! &= ~(1 << (doc & 31));
  }

  has(doc: number): boolean {
    if (this.bits === null) return this.listed![lowestFrom(this.listed!, doc)] === doc;
    return doc < this.limit && (this.bits[doc >>> 5]! & (1 << (doc & 31))) !== 0;
  }

  /** Keeps what is in both, and returns itself. */
  keep(other: DocSet): this {
    const [few, otherFew] = [this.few, other.few];
    if (few) this.list(other.select(few, true));
    else if (otherFew) this.list(this.select(otherFew, true));
    else {
      const [{ words }, { words: others }] = [this, other];
      this.change();
      for (let i = 0; i < words.length; i++) words[i]! &= others[i] ?? 0;
    }
    return this;
  }

  /** Adds what is in the other, and returns itself. */
  join(other: DocSet): this {
    const [few, otherFew] = [this.few, other.few];
    if (few && otherFew && (few.length + otherFew.length) * FEW <= this.limit)
      this.list(unionOf(few, otherFew));
    else if (otherFew) this.addAll(otherFew);
    else {
      const [{ words }, { words: others }] = [this, other];
      this.change();
      for (let i = 0; i < words.length; i++) words[i]! |= others[i] ?? 0;
      this.cutOff();
    }
    return this;
  }

  /** A set of its own with the numbers of this one that are below another limit. */
  copy(limit: number): DocSet {
    const { few } = this;
    if (few) return DocSet.ofAscending(few, limit);
    const set = new DocSet(limit);
    const { words } = set;
    set.change();
    words.set(this.words.subarray(0, words.length));
    set.cutOff();
    return set;
  }

  /** Takes out what is in the other, and returns itself. */
  without(other: DocSet): this {
    const { few } = this;
    if (few) this.list(other.select(few, false));
    else {
      const [{ words }, { words: others }] = [this, other];
      this.change();
      for (let i = 0; i < words.length; i++) words[i]! &= ~(others[i] ?? 0);
    }
    return this;
  }

  /** A set of its own with those for which it holds. */
  filter(holds: (doc: number) => boolean): DocSet {
    const { few } = this;
    if (few) return DocSet.ofAscending(few.filter(holds), this.limit);
    const set = new DocSet(this.limit);
    const [{ words }, { words: own }] = [set, this];
    set.change();
    for (let i = 0; i < words.length; i++) {
      for (let word = own[i]! | 0; word !== 0; word &= word - 1) {
        const bit = word & -word;
        if (holds(i * BITS + (BITS - 1 - Math.clz32(bit)))) words[i]! |= bit;
      }
    }
    return set;
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

  /** Those of ascending numbers that are in the set, or that are not. */
  private select(docs: Int32Array, areIn: boolean): Int32Array {
    const selected = new Int32Array(docs.length);
    let count = 0;
    const { bits, limit } = this;
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      const isIn = bits
        ? doc < limit && (bits[doc >>> 5]! & (1 << (doc & 31))) !== 0
        : this.has(doc);
      if (isIn === areIn) selected[count++] = doc;
    }
    return count === docs.length ? docs : selected.subarray(0, count);
  }

  /** Clears the bits of the last word that are of no number. */
  private cutOff(): void {
    const { words, limit } = this;
    if (limit % BITS > 0) words[words.length - 1]! &= 2 ** (limit % BITS) - 1;
  }

  /** From here on the list is what counts. */
  private list(docs: Int32Array): void {
    const isBelow = docs.length === 0 || docs.at(-1)! < this.limit;
    this.bits = null;
    this.listed = isBelow ? docs : docs.subarray(0, lowestFrom(docs, this.limit));
    this.counted = this.listed.length;
  }

  /** From here on the bits are what counts. */
  private change(): void {
    this.listed = null;
    this.counted = -1;
  }
}

/** The numbers of all lists in ascending order, each once; `length` is that of all together. */
function merged(lists: readonly Int32Array[], length: number): Int32Array {
  const filled = lists.filter((docs) => docs.length > 0);
  const [only = NO_DOCS] = filled;
  const all = filled.length <= 1 ? only : joined(filled, length);
  if (isAscending(all)) return all;
  return all
    .slice()
    .sort()
    .filter((doc, i, sorted) => i === 0 || sorted[i - 1] !== doc);
}

/** The numbers of two ascending lists in ascending order, each once. */
function unionOf(one: Int32Array, other: Int32Array): Int32Array {
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  const all = new Int32Array(longer.length + shorter.length);
  let [from, count] = [0, 0];
  for (let i = 0; i < shorter.length; i++) {
    const doc = shorter[i]!;
    const to = gallop(longer, doc, from);
    if (to - from > COPIED_AT_ONCE) all.set(longer.subarray(from, to), count);
    else for (let at = from; at < to; at++) all[count + at - from] = longer[at]!;
    count += to - from;
    from = longer[to] === doc ? to + 1 : to;
    all[count++] = doc;
  }
  all.set(longer.subarray(from), count);
  return all.subarray(0, count + longer.length - from);
}

/** One after the other by their first numbers: those of one segment mostly come after all of another. */
function joined(lists: readonly Int32Array[], length: number): Int32Array {
  const all = new Int32Array(length);
  let used = 0;
  for (const docs of [...lists].sort((one, other) => one[0]! - other[0]!)) {
    all.set(docs, used);
    used += docs.length;
  }
  return all;
}

function isAscending(docs: Int32Array): boolean {
  for (let i = 1; i < docs.length; i++) if (docs[i - 1]! >= docs[i]!) return false;
  return true;
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let bits = (word - ((word >>> 1) & 0x55555555)) | 0;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
