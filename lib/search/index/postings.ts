/**
 * Posting lists: for one term, the documents that hold it, how often in which part, and at which
 * places. Two streams of bytes, each a row of chunks, so that lists are joined by putting one after
 * the other, in Node as in SQL (`string_agg`):
 *
 * - `docs`: a chunk is the number of its documents, and for each the difference of its number from the
 *   one before and a byte of frequencies (`packFrequencies`);
 * - `places`: for each of the same documents the number of bytes that its places take, by which it can be
 *   passed over, and the differences of its places.
 *
 * Numbers are in groups of seven bits, the lowest first, the high bit set where more follow
 * (variable byte code: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.3.1).
 */

import type { SharedDocs } from "#lib/search/index/shared-docs.ts";

/** The highest place that PostgreSQL stores in a `tsvector`. */
export const MAX_PLACE = 16_383;

const MORE = 0x80;
const SEVEN_BITS = 0x7f;
const MAX_IN_TITLE = 3;
const MAX_IN_BODY = 15;

export type PostingBytes = { docs: Uint8Array; places: Uint8Array };

/** A decoded list. A document stands in it more than once where it is the list of several terms. */
export type Postings = {
  docs: Int32Array;
  frequencies: Uint8Array;
  /** Whether each document stands in it once, in the order of their numbers. */
  isAscending: boolean;
};

/** How often a term stands in title, summary and body, in a byte: up to 3, 3 and 15 are told apart. */
export function packFrequencies(title: number, summary: number, body: number): number {
  return (
    (Math.min(title, MAX_IN_TITLE) << 6) |
    (Math.min(summary, MAX_IN_TITLE) << 4) |
    Math.min(body, MAX_IN_BODY)
  );
}

export const inTitle = (frequencies: number): number => frequencies >>> 6;
export const inSummary = (frequencies: number): number => (frequencies >>> 4) & MAX_IN_TITLE;
export const inBody = (frequencies: number): number => frequencies & MAX_IN_BODY;

/** Bytes that grow. */
export class ByteWriter {
  private bytes = new Uint8Array(16);
  private length = 0;

  writeByte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = value;
  }

  writeNumber(value: number): void {
    let rest = value;
    while (rest >= MORE) {
      this.writeByte((rest & SEVEN_BITS) | MORE);
      rest >>>= 7;
    }
    this.writeByte(rest);
  }

  writeBytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.writeByte(byte);
  }

  toBytes(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** How many bytes `writeNumber` writes. */
export function bytesOfNumber(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= MORE; rest >>>= 7) bytes++;
  return bytes;
}

/** Decodes a stream of documents, of as many chunks as it holds. */
export function decodeDocs(bytes: Uint8Array): Postings {
  // Each takes two bytes at least: to count them would take as long as decoding them.
  const most = bytes.length >>> 1;
  const docs = new Int32Array(most);
  const frequencies = new Uint8Array(most);
  let count = 0;
  let isAscending = true;
  let last = -1;
  for (let at = 0; at < bytes.length;) {
    let inChunk = 0;
    let byte = 0;
    for (let shift = 0; ; shift += 7) {
      byte = bytes[at++]!;
      inChunk |= (byte & SEVEN_BITS) << shift;
      if (byte < MORE) break;
    }
    let doc = 0;
    for (; inChunk > 0; inChunk--) {
      let step = 0;
      for (let shift = 0; ; shift += 7) {
        byte = bytes[at++]!;
        step |= (byte & SEVEN_BITS) << shift;
        if (byte < MORE) break;
      }
      doc = (doc + step) | 0;
      docs[count] = doc;
      frequencies[count++] = bytes[at++]!;
      if (doc <= last) isAscending = false;
      last = doc;
    }
  }
  // Lists of common words nearly fill what was taken for them: to copy these takes longest.
  const isNearlyFull = count * 8 >= most * 7;
  return {
    docs: isNearlyFull ? docs.subarray(0, count) : docs.slice(0, count),
    frequencies: isNearlyFull ? frequencies.subarray(0, count) : frequencies.slice(0, count),
    isAscending,
  };
}

/** A decoded list with its places, and where in them each document's begin: at how many bytes they take. */
export type PlacedList = Pick<Postings, "docs" | "isAscending"> & {
  places: Uint8Array;
  starts: Uint32Array;
};

/** The places stay as they are stored, and are kept. */
export function withPlaces(
  { docs, isAscending }: Pick<Postings, "docs" | "isAscending">,
  places: Uint8Array,
): PlacedList {
  return { docs, isAscending, places, starts: startsOfPlaces(places, docs.length) };
}

/** Where the places of each of so many documents begin. */
function startsOfPlaces(places: Uint8Array, documents: number): Uint32Array {
  const starts = new Uint32Array(documents);
  let at = 0;
  for (let i = 0; i < documents; i++) {
    starts[i] = at;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = places[at++]!;
      length |= (byte & SEVEN_BITS) << shift;
      if (byte < MORE) break;
    }
    at += length;
  }
  return starts;
}

/** Adds to `room`, at their ranks, how many places each of the documents shared has at most. */
export function measurePlaces(
  { places, starts }: PlacedList,
  { count, at, ranks }: SharedDocs,
  room: Uint32Array,
): void {
  for (let i = 0; i < count; i++) room[ranks[i]!]! += readNumber(places, starts[at[i]!]!)[0];
}

/** Writes the places of the documents shared to `ends`, each document's from `next[rank]` on, which moves. */
export function addPlaces(
  { places, starts }: PlacedList,
  { count, at, ranks }: SharedDocs,
  next: Uint32Array,
  ends: Uint16Array,
): void {
  for (let i = 0; i < count; i++) {
    const [length, first] = readNumber(places, starts[at[i]!]!);
    let into = next[ranks[i]!]!;
    let place = 0;
    for (let from = first; from < first + length;) {
      let step = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = places[from++]!;
        step |= (byte & SEVEN_BITS) << shift;
        if (byte < MORE) break;
      }
      place += step;
      ends[into++] = place;
    }
    next[ranks[i]!] = into;
  }
}

/** The list of those documents that are kept. */
export function withOnly(
  list: PostingBytes,
  isKept: (doc: number) => boolean,
): PostingBytes & { articles: number } {
  const { docs, frequencies } = decodeDocs(list.docs);
  const [kept, places] = [new ByteWriter(), new ByteWriter()];
  let articles = 0;
  let last = 0;
  let at = 0;
  docs.forEach((doc, i) => {
    const start = at;
    const [length, first] = readNumber(list.places, at);
    at = first + length;
    if (!isKept(doc)) return;
    articles++;
    kept.writeNumber((doc - last) >>> 0);
    kept.writeByte(frequencies[i]!);
    last = doc;
    places.writeBytes(list.places.subarray(start, at));
  });
  const head = new ByteWriter();
  head.writeNumber(articles);
  head.writeBytes(kept.toBytes());
  return { articles, docs: head.toBytes(), places: places.toBytes() };
}

/** A number, and where what follows it begins. */
export function readNumber(bytes: Uint8Array, start: number): [value: number, next: number] {
  let value = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!;
    value |= (byte & SEVEN_BITS) << shift;
    if (byte < MORE) return [value, at];
  }
}
