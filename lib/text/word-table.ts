const PRIME = 0x01000193;
const GOLDEN = 0x9e3779b1;
const LEAST_BITS = 4;
/** Another one in each process, which makes it hard to write a text whose words all fall on one slot. */
const SEED = Math.floor(Math.random() * 2 ** 32) | 0;

/**
 * A map by words that is asked where a word stands in its text: several times faster than cutting
 * the word out to ask a `Map`. Open addressing, at most half full; what is not there is mostly seen
 * by its hash alone.
 */
export class WordTable<T> {
  /** Hashes of the words, or 0 where a slot is free. */
  private hashes = new Int32Array(0);
  private words: string[] = [];
  private values: T[] = [];
  private bits = LEAST_BITS;
  private count = 0;

  constructor(entries: Iterable<readonly [word: string, value: T]> = []) {
    this.clear();
    for (const [word, value] of entries) this.set(word, value);
  }

  get size(): number {
    return this.count;
  }

  /** The value of the word at `[start, end)` of a text, if it has one. */
  get(text: string, start = 0, end = text.length): T | undefined {
    return this.getByHash(hashAt(text, start, end), text, start, end);
  }

  /** The same, where what `hashAt` says of the word is known already. */
  getByHash(hash: number, text: string, start = 0, end = text.length): T | undefined {
    const slot = this.slotOf(hash, text, start, end);
    return this.hashes[slot] === 0 ? undefined : this.values[slot];
  }

  set(word: string, value: T): void {
    if (this.count * 2 >= this.hashes.length) this.grow();
    const hash = hashAt(word);
    const slot = this.slotOf(hash, word, 0, word.length);
    if (this.hashes[slot] === 0) this.count++;
    this.hashes[slot] = hash;
    this.words[slot] = word;
    this.values[slot] = value;
  }

  clear(bits = LEAST_BITS): void {
    this.bits = bits;
    this.count = 0;
    this.hashes = new Int32Array(2 ** bits);
    this.words = [];
    this.values = [];
  }

  private grow(): void {
    const { hashes, words, values } = this;
    this.clear(this.bits + 1);
    for (const [slot, hash] of hashes.entries()) {
      if (hash !== 0) this.set(words[slot] as string, values[slot] as T);
    }
  }

  /** The slot that a word has, or the free one that it would have. */
  private slotOf(hash: number, text: string, start: number, end: number): number {
    const { hashes, words, bits } = this;
    let slot = Math.imul(hash, GOLDEN) >>> (32 - bits);
    for (let other = hashes[slot]; other !== 0; other = hashes[slot]) {
      if (other === hash && isAt(words[slot] as string, text, start, end)) break;
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }
}

/** The hash by which all tables of this process know a word: FNV-1a over UTF-16 units, from another beginning; never 0. */
export function hashAt(text: string, start = 0, end = text.length): number {
  let hash = SEED;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash || 1;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  return word.length === end - start && text.startsWith(word, start);
}
