/** Which of the articles found are the best, and which the first in another order. */
import type { PlacesOf } from "#lib/search/data-places.ts";
import type { Reading } from "#lib/search/data-postings.ts";
import type { ArticleColumns } from "#lib/search/index/article-columns.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";
import { collectPlaces, type Places } from "#lib/search/index/places.ts";
import {
  addFrequencies,
  addScores,
  inverseFrequency,
  isOneTerm,
  listsOfWord,
  mostOfWord,
  scoringOf,
  type RankedWord,
} from "#lib/search/index/scoring.ts";
import type { RankingWeights } from "#lib/search/ranking.ts";

/** An order of documents: by what stands at their numbers in `keys`; those alike by `tie`. */
export type Order = {
  keys: Float32Array | Float64Array | Int32Array;
  isDescending: boolean;
  /** Below 0 where the first document comes before the second. */
  tie(one: number, other: number): number;
};
type Compare = (one: number, other: number) => number;

export function compareBy({ keys, isDescending, tie }: Order): Compare {
  const sign = isDescending ? -1 : 1;
  return (one, other) => sign * (keys[one]! - keys[other]!) || tie(one, other);
}

/** Numbers of documents are below it. */
const DOCS = 2 ** 31;
/** Nearness is looked at for so many of the best by their words alone. */
export const PROXIMITY_CANDIDATES = 100;
/** Tao and Zhai, An exploration of proximity measures in information retrieval (2007): α. */
const PROXIMITY_BASE = 0.3;

let keptScores = new Float32Array(0);
let keptFrequencies = new Float32Array(0);

/** One array for all searches, since each is ranked in one go: four megabytes at a million articles. */
function grownTo(limit: number, array: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  return array.length >= limit ? array : new Float32Array(Math.ceil(limit * 1.25));
}

/**
 * How well each of the articles found answers, by BM25 over weighted fields (Robertson and Zaragoza,
 * The Probabilistic Relevance Framework, 2009, section 3.6), at their document numbers; until the next call.
 */
export function scoreTerms(
  hits: DocSet,
  words: readonly RankedWord[],
  reading: Reading,
  weights: RankingWeights,
): Float32Array {
  const { columns } = reading.view;
  const scores = (keptScores = grownTo(columns.limit, keptScores));
  // It holds nothing but zeros between one word and the next.
  const frequencies = (keptFrequencies = grownTo(columns.limit, keptFrequencies));
  const docs = hits.toArray();
  for (let i = 0; i < docs.length; i++) scores[docs[i]!] = 0;
  const { saturation } = weights;
  for (const word of distinctWords(words)) {
    const most = mostOfWord(word, reading, weights);
    if (isOneTerm(word, reading)) {
      addScores(scores, word, hits, reading, weights);
      continue;
    }
    addFrequencies(frequencies, word, hits, reading, weights);
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      const frequency = frequencies[doc]!;
      if (frequency === 0) continue;
      scores[doc]! += (most * frequency) / (frequency + saturation);
      frequencies[doc] = 0;
    }
  }
  return scores;
}

/**
 * The best `count` of the articles found by one word, in order, as `scoreTerms` and `firstOf` would have
 * them. How often a document has the word, and how long it is, tells whether it can come among the best; most
 * cannot, and are passed over unscored (as MaxScore does: Turtle and Flood, Query evaluation, 1995).
 * Null where the word is of several terms, or where what does not hold it may be among them.
 */
export function bestOfWord(
  hits: DocSet,
  word: RankedWord,
  reading: Reading,
  { weights, count, tie }: { weights: RankingWeights; count: number } & Pick<Order, "tie">,
): number[] | null {
  if (!isOneTerm(word, reading) || count < 1) return null;
  const { columns } = reading.view;
  const scores = (keptScores = grownTo(columns.limit, keptScores));
  const { lengths } = columns;
  const { heads, bodies, score, boundLengths } = scoringOf(word, reading, weights);
  const longest = new Float64Array(heads.length).fill(Infinity);
  const compare = compareBy({ keys: scores, isDescending: true, tie });
  const { words: bits } = hits;
  const heap: number[] = [];
  let least = -Infinity;
  for (const { docs, frequencies: bytes } of listsOfWord(word, reading))
    for (let i = 0; i < docs.length; i++) {
      const byte = bytes[i]!;
      const doc = docs[i]!;
      if (lengths[doc]! > longest[byte]!) continue;
      if ((bits[doc >>> 5]! & (1 << (doc & 31))) === 0) continue;
      scores[doc] = score(heads[byte]!, bodies[byte]!, lengths[doc]!);
      if (heap.length < count) {
        heap.push(doc);
        siftUp(heap, compare);
      } else if (compare(doc, heap[0]!) < 0) {
        heap[0] = doc;
        siftDown(heap, compare);
      }
      if (heap.length < count || scores[heap[0]!] === least) continue;
      least = scores[heap[0]!]!;
      boundLengths(longest, least);
    }
  const isAll = heap.length === Math.min(count, hits.size);
  return isAll && heap.every((doc) => scores[doc]! > 0) ? heap.sort(compare) : null;
}

/** A word that may stand near others, and how much it tells that an article holds it. */
export type PlacedWord = { word: RankedWord; rarity: number };

/** Those of the words that may stand near each other: not what only begins so. */
export function placedWords(words: readonly RankedWord[], reading: Reading): PlacedWord[] {
  const { size } = reading.view.columns;
  const whole = distinctWords(words).filter((word) => !word.some(({ isPrefix }) => isPrefix));
  if (whole.length < 2) return [];
  return whole.map((word) => ({
    word,
    rarity: inverseFrequency(listsOfWord(word, reading), size),
  }));
}

/** What the nearness of the words to each other says of each of these articles, which ascend. */
export function nearnessOf(
  docs: Int32Array,
  words: readonly PlacedWord[],
  placesOf: PlacesOf,
): Float32Array {
  const placed = words.map(({ word, rarity }) => {
    const lists = word.flatMap(({ term, isPrefix }) => placesOf(term, isPrefix));
    return { rarity, places: collectPlaces(lists, docs, null) };
  });
  return Float32Array.from(docs, (_, at) => {
    let sum = 0;
    for (let i = 1; i < placed.length; i++) {
      const [one, other] = [placed[i - 1]!, placed[i]!];
      const apart = leastDistance(one.places, other.places, at);
      if (apart === null) continue;
      const nearness = Math.log(PROXIMITY_BASE + Math.exp(1 - apart)) - Math.log(PROXIMITY_BASE);
      sum += nearness * Math.min(one.rarity, other.rarity);
    }
    return sum;
  });
}

/** The first `count` of a set in an order, sorted. */
export function firstOf(hits: DocSet, order: Order, count: number): number[] {
  if (count < 1) return [];
  const docs = hits.toArray();
  const compare = compareBy(order);
  const { keys, isDescending } = order;
  const sign = isDescending ? -1 : 1;
  const heap: number[] = [];
  let last = Infinity;
  for (let i = 0; i < docs.length; i++) {
    // What is stored last is mostly the newest: so the heap changes least.
    const doc = docs[isDescending ? docs.length - 1 - i : i]!;
    const key = sign * keys[doc]!;
    if (key > last) continue;
    if (heap.length < count) {
      heap.push(doc);
      siftUp(heap, compare);
      if (heap.length < count) continue;
    } else if (compare(doc, heap[0]!) < 0) {
      heap[0] = doc;
      siftDown(heap, compare);
    }
    last = sign * keys[heap[0]!]!;
  }
  return heap.sort(compare);
}

/**
 * All of a set, the newest day first and of one day the latest stored. As numbers that sort by
 * themselves: to compare a million by a function would take a second, in which nothing else is done.
 */
export function newestFirst(hits: DocSet, { days }: ArticleColumns): Int32Array {
  const docs = hits.toArray();
  const keys = Float64Array.from(docs, (doc) => days[doc]! * DOCS + doc).sort();
  return Int32Array.from(keys, (key) => key - Math.floor(key / DOCS) * DOCS).reverse();
}

function distinctWords(words: readonly RankedWord[]): RankedWord[] {
  return [...new Map(words.map((word) => [JSON.stringify(word), word])).values()];
}

/** How far the two stand from each other in a candidate where they are nearest; null: not both there. */
function leastDistance(one: Places, other: Places, at: number): number | null {
  let least = Infinity;
  let [i, j] = [one.starts[at]!, other.starts[at]!];
  while (i < one.stops[at]! && j < other.stops[at]!) {
    const difference = one.ends[i]! - other.ends[j]!;
    if (Math.abs(difference) < least) least = Math.abs(difference);
    if (difference < 0) i++;
    else j++;
  }
  return Number.isFinite(least) ? Math.max(least, 1) : null;
}

// A heap with the last in the order on top.

function siftUp(heap: number[], compare: Compare): void {
  let at = heap.length - 1;
  const item = heap[at]!;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[parent]!, item) >= 0) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = item;
}

function siftDown(heap: number[], compare: Compare): void {
  const item = heap[0]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child++;
    if (compare(heap[child]!, item) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
}
