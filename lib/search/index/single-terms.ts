/**
 * Phrases of single terms, and two single terms near each other: nearly all that is asked for. One article
 * at a time, without arrays between: three times as fast as `places.ts`, which does all.
 */
import type { Reading } from "#lib/search/data-postings.ts";
import { gallop } from "#lib/search/index/ascending.ts";
import { MAX_PLACE, type PlacedList } from "#lib/search/index/postings.ts";
import type { TermLeaf, TermQuery } from "#lib/search/index/term-query.ts";

const SEVEN_BITS = 0x7f;

/** Goes along the lists of a term, from one article to a later one. */
class PlaceReader {
  /** Where the term stands in the article read last, ascending: as many as `read` said. */
  readonly places = new Uint16Array(MAX_PLACE + 1);
  /** By their first articles. */
  private readonly lists: readonly PlacedList[];
  private readonly reached: Int32Array;
  /** The lists before it are read to their ends: segments mostly hold articles of a time of their own. */
  private from = 0;

  constructor(lists: readonly PlacedList[]) {
    this.lists = lists
      .filter(({ docs }) => docs.length > 0)
      .sort((one, other) => one.docs[0]! - other.docs[0]!);
    this.reached = new Int32Array(this.lists.length);
  }

  /** How often it stands in an article, which must come after the one read before. */
  read(doc: number): number {
    const { lists, reached } = this;
    for (let i = this.from; i < lists.length; i++) {
      const { docs } = lists[i]!;
      let at = reached[i]!;
      if (docs[at]! < doc) {
        reached[i] = at = gallop(docs, doc, at + 1);
        if (at === docs.length && i === this.from) this.from++;
      } else if (at === 0 && docs[0]! > doc) return 0;
      if (docs[at] === doc) return this.decode(lists[i]!, at);
    }
    return 0;
  }

  /** Written out, since it is done for each article: calls and pairs would take as long as what they do. */
  private decode({ places: bytes, starts }: PlacedList, at: number): number {
    const { places } = this;
    let from = starts[at]!;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[from++]!;
      length |= (byte & SEVEN_BITS) << shift;
      if (byte <= SEVEN_BITS) break;
    }
    const end = from + length;
    let count = 0;
    let place = 0;
    while (from < end) {
      let byte = bytes[from++]!;
      let step = byte & SEVEN_BITS;
      for (let shift = 7; byte > SEVEN_BITS; shift += 7) {
        byte = bytes[from++]!;
        step |= (byte & SEVEN_BITS) << shift;
      }
      place += step;
      places[count++] = place;
    }
    return count;
  }
}

/** The articles, by their indices, in which these follow each other; null where they are not so simple. */
export function findFollowing(
  query: TermQuery,
  reading: Reading,
): ((candidates: Int32Array) => number[]) | null {
  const steps = stepsOf(query);
  const readers = steps?.map(({ term }) => readerOf(term, reading)) ?? [];
  if (!steps || !readers.every((reader) => reader !== null)) return null;
  return indicesWhere((doc) => {
    let count = readers[0]!.read(doc);
    for (let i = 1; i < readers.length && count > 0; i++)
      count = keepFollowing(
        { places: readers[i - 1]!.places, count },
        { places: readers[i]!.places, count: readers[i]!.read(doc) },
        steps[i]!.distance,
      );
    return count > 0;
  });
}

/** The articles, by their indices, in which two are so near; null where they are not so simple. */
export function findClose(
  [left, right]: readonly [TermQuery, TermQuery],
  distance: number,
  reading: Reading,
): ((candidates: Int32Array) => number[]) | null {
  const [one, other] = [left, right].map((side) =>
    side.type === "term" ? readerOf(side, reading) : null,
  );
  if (!one || !other) return null;
  return indicesWhere((doc) => {
    const [count, others] = [one.read(doc), other.read(doc)];
    let first = 0;
    for (let i = 0; i < count; i++) {
      const place = one.places[i]!;
      while (first < others && other.places[first]! < place - distance) first++;
      for (let j = first; j < others && other.places[j]! <= place + distance; j++)
        if (other.places[j] !== place) return true;
    }
    return false;
  });
}

/** Term after term, each with how many places it stands after the one before; null: it is no such row. */
function stepsOf(query: TermQuery): { term: TermLeaf; distance: number }[] | null {
  if (query.type === "term") return [{ term: query, distance: 0 }];
  if (query.type !== "followed" || query.right.type !== "term") return null;
  const before = stepsOf(query.left);
  return before && [...before, { term: query.right, distance: query.distance }];
}

/** Null where the term has to stand in some part of an article, or where lists are of several terms. */
function readerOf({ term, isPrefix, parts }: TermLeaf, reading: Reading): PlaceReader | null {
  if (parts !== "" || isPrefix) return null;
  const lists = reading.placesOf(term, isPrefix);
  return lists.every(({ isAscending }) => isAscending) ? new PlaceReader(lists) : null;
}

function indicesWhere(holds: (doc: number) => boolean) {
  return (candidates: Int32Array): number[] => {
    const found: number[] = [];
    for (let at = 0; at < candidates.length; at++) if (holds(candidates[at]!)) found.push(at);
    return found;
  };
}

type Read = { places: Uint16Array; count: number };

/** Leaves of the right ones those that stand just so far after a left one; returns how many. */
function keepFollowing(left: Read, right: Read, distance: number): number {
  let kept = 0;
  let i = 0;
  for (let j = 0; j < right.count; j++) {
    const wanted = right.places[j]! - distance;
    while (i < left.count && left.places[i]! < wanted) i++;
    if (i === left.count) break;
    if (left.places[i] === wanted) right.places[kept++] = right.places[j]!;
  }
  return kept;
}
