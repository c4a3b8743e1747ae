import {
  bytesOfNumber,
  ByteWriter,
  packFrequencies,
  type PostingBytes,
} from "#lib/search/index/postings.ts";

/** What `tsvectorsend` writes of a term: a place in the lower 14 bits, the letter of its part above. */
const PLACE_BITS = 14;
const PLACE_MASK = (1 << PLACE_BITS) - 1;
const TITLE = 3;
const SUMMARY = 2;

type Building = { docs: ByteWriter; places: ByteWriter; count: number; last: number };

/** Tells a few terms from all others by their bytes, without decoding any. */
export class TermFilter {
  private readonly wanted: readonly { bytes: Buffer; isPrefix: boolean }[];

  constructor(terms: readonly { term: string; isPrefix: boolean }[]) {
    this.wanted = terms.map(({ term, isPrefix }) => ({ bytes: Buffer.from(term), isPrefix }));
  }

  /** Whether the term at these bytes is one of them, or begins as one of them. */
  has(vector: Buffer, start: number, end: number): boolean {
    const length = end - start;
    for (const { bytes, isPrefix } of this.wanted) {
      if (isPrefix ? length < bytes.length : length !== bytes.length) continue;
      let same = 0;
      while (same < bytes.length && vector[start + same] === bytes[same]) same++;
      if (same === bytes.length) return true;
    }
    return false;
  }
}

/** Turns the terms of articles into posting lists. */
export class PostingBuilder {
  /** By the bytes of the term, a character each: decoding every term of every article takes longer. */
  private readonly lists = new Map<string, Building>();
  private readonly filter: TermFilter | null;

  /** With a filter, of no other terms. */
  constructor(filter: TermFilter | null = null) {
    this.filter = filter;
  }

  /**
   * Adds an article by the bytes that PostgreSQL's `tsvectorsend` makes of its terms: their number,
   * and for each term its text, ended by a zero, the number of its places, and the places.
   */
  add(doc: number, vector: Buffer): void {
    const { filter } = this;
    let at = 4;
    for (let terms = vector.readUInt32BE(0); terms > 0; terms--) {
      let end = at;
      // Terms are short: to call `indexOf` takes longer.
      while (vector[end] !== 0) end++;
      const places = vector.readUInt16BE(end + 1);
      const first = end + 3;
      if (filter === null || filter.has(vector, at, end))
        writePlaces(
          this.listOf(vector.toString("latin1", at, end)),
          doc,
          vector.subarray(first, first + places * 2),
        );
      at = first + places * 2;
    }
  }

  get size(): number {
    return this.lists.size;
  }

  /** The lists, in any order. They may be read while more is added. */
  *entries(): Generator<[term: string, articles: number, bytes: PostingBytes]> {
    for (const [key, list] of this.lists) yield [toTerm(key), list.count, toBytes(list)];
  }

  /** The terms with how many articles hold each. */
  *counts(): Generator<[term: string, articles: number]> {
    for (const [key, { count }] of this.lists) yield [toTerm(key), count];
  }

  /** The list of a term; of all that begin so where it is a prefix, one after the other. */
  listsOf(term: string, isPrefix: boolean): PostingBytes[] {
    const key = toKey(term);
    if (isPrefix)
      return [...this.lists]
        .filter(([each]) => each.startsWith(key))
        .map(([, list]) => toBytes(list));
    const list = this.lists.get(key);
    return list ? [toBytes(list)] : [];
  }

  private listOf(key: string): Building {
    let list = this.lists.get(key);
    if (!list) {
      list = { docs: new ByteWriter(), places: new ByteWriter(), count: 0, last: 0 };
      this.lists.set(key, list);
    }
    return list;
  }
}

const toKey = (term: string): string => Buffer.from(term).toString("latin1");
/** Nearly all are plain ASCII, which is the same either way. */
const toTerm = (key: string): string =>
  /[\u0080-\u00FF]/.test(key) ? Buffer.from(key, "latin1").toString("utf8") : key;

function writePlaces(list: Building, doc: number, places: Buffer): void {
  let [title, summary, body, last] = [0, 0, 0, 0];
  let length = 0;
  for (let at = 0; at < places.length; at += 2) {
    const place = places.readUInt16BE(at) & PLACE_MASK;
    length += bytesOfNumber(place - last);
    last = place;
  }
  list.places.writeNumber(length);
  last = 0;
  for (let at = 0; at < places.length; at += 2) {
    const value = places.readUInt16BE(at);
    const part = value >>> PLACE_BITS;
    if (part === TITLE) title++;
    else if (part === SUMMARY) summary++;
    else body++;
    list.places.writeNumber((value & PLACE_MASK) - last);
    last = value & PLACE_MASK;
  }
  // Below the last where an article took its number first and was stored later: as 32 bits that wrap.
  list.docs.writeNumber((doc - list.last) >>> 0);
  list.docs.writeByte(packFrequencies(title, summary, body));
  list.last = doc;
  list.count++;
}

function toBytes({ docs, places, count }: Building): PostingBytes {
  const whole = new ByteWriter();
  whole.writeNumber(count);
  whole.writeBytes(docs.toBytes());
  return { docs: whole.toBytes(), places: places.toBytes().slice() };
}
