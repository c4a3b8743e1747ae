const PRIME = 0x01000193;
const GOLDEN = 0x9e3779b1;
const LEAST_BITS = 10;
const MAX_KEPT = 50_000;
/** Longer ones are rare, and not worth being kept. */
const MAX_KEPT_CHARACTERS = 40;

type Known<T> = { word: string; hash: number; value: T };

/**
 * Remembers what a pure function says of the words of texts. A word is looked up where it stands in
 * its text, which is several times faster than cutting it out to ask a `Map`; open addressing, at
 * most half full, emptied when it holds 50,000 words.
 */
export class WordCache<T> {
  private readonly make: (word: string) => T;
  private slots: (Known<T> | undefined)[] = [];
  private bits = LEAST_BITS;
  private size = 0;

  constructor(make: (word: string) => T) {
    this.make = make;
    this.empty(LEAST_BITS);
  }

  /** What `make` says of the word at `[start, end)`. */
  at(text: string, start: number, end: number): T {
    let hash = 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
    const last = this.slots.length - 1;
    let slot = this.slotOf(hash);
    for (let known = this.slots[slot]; known; known = this.slots[slot]) {
      if (known.hash === hash && isAt(known.word, text, start, end)) return known.value;
      slot = (slot + 1) & last;
    }
    const word = text.slice(start, end);
    const value = this.make(word);
    if (word.length <= MAX_KEPT_CHARACTERS) this.keep({ word, hash, value });
    return value;
  }

  private keep(known: Known<T>): void {
    if (this.size === MAX_KEPT) this.empty(LEAST_BITS);
    else if (this.size * 2 >= this.slots.length) {
      const all = this.slots;
      this.empty(this.bits + 1);
      for (const other of all) if (other) this.insert(other);
    }
    this.insert(known);
  }

  private insert(known: Known<T>): void {
    const last = this.slots.length - 1;
    let slot = this.slotOf(known.hash);
    while (this.slots[slot]) slot = (slot + 1) & last;
    this.slots[slot] = known;
    this.size++;
  }

  private empty(bits: number): void {
    this.bits = bits;
    this.slots = new Array<Known<T> | undefined>(2 ** bits).fill(undefined);
    this.size = 0;
  }

  private slotOf(hash: number): number {
    return Math.imul(hash, GOLDEN) >>> (32 - this.bits);
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  return word.length === end - start && text.startsWith(word, start);
}
