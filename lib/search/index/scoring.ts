/** What a word adds to the scores of the articles that hold it: BM25 over weighted fields. */
import type { Reading } from "#lib/search/data-postings.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";
import { inBody, inSummary, inTitle, type Postings } from "#lib/search/index/postings.ts";
import { lookUp } from "#lib/search/index/shared-docs.ts";
import type { TermLeaf } from "#lib/search/index/term-query.ts";
import type { RankingWeights } from "#lib/search/ranking.ts";

/** What a word is stored as: one term, or one for each of its spellings, which count as one. */
export type RankedWord = readonly TermLeaf[];

const BYTE_VALUES = 256;

export function listsOfWord(word: RankedWord, { listsOf }: Reading): Postings[] {
  return word.flatMap(({ term, isPrefix }) => listsOf(term, isPrefix));
}

/** True where each article stands at most once in the lists of a word. */
export function isOneTerm(word: RankedWord, reading: Reading): boolean {
  return word.length === 1 && listsOfWord(word, reading).every(({ isAscending }) => isAscending);
}

/** Never below 0, so that a word that most articles hold takes nothing away. */
export function inverseFrequency(lists: readonly { docs: Int32Array }[], articles: number): number {
  const holding = Math.min(
    lists.reduce((sum, { docs }) => sum + docs.length, 0),
    articles,
  );
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

/** What a word can add at most. */
export function mostOfWord(
  word: RankedWord,
  reading: Reading,
  { saturation }: RankingWeights,
): number {
  const { columns } = reading.view;
  return inverseFrequency(listsOfWord(word, reading), columns.size) * (saturation + 1);
}

/** By what part rounding may change a score at most. */
const ROUNDING = 1e-6;

/**
 * For each byte of frequencies what headline and summary come to, and what the text; the score that the
 * two make in an article of so many characters, in single precision; and how long an article may be that is to
 * score so much.
 */
export function scoringOf(word: RankedWord, reading: Reading, weights: RankingWeights) {
  const most = mostOfWord(word, reading, weights);
  const { heads, bodies, fixed, perCharacter } = frequenciesOf(word[0]!, reading, weights);
  const { saturation } = weights;
  const score = (head: number, body: number, length: number) => {
    const frequency = Math.fround(head + body / (fixed + perCharacter * length));
    return Math.fround((most * frequency) / (frequency + saturation));
  };
  /** Writes for each byte how many characters an article has at most that scores `least` or more. */
  const boundLengths = (longest: Float64Array, least: number) => {
    // What rounding took from a score counts for the more, the nearer that is to the most.
    const lowest = least * (1 - ROUNDING);
    // Where saturation leaves no difference nothing is ruled out.
    if (lowest >= most) return void longest.fill(Infinity);
    const frequency = ((lowest * saturation) / (most - lowest)) * (1 - ROUNDING);
    for (let byte = 0; byte < BYTE_VALUES; byte++) {
      const missing = frequency - heads[byte]!;
      longest[byte] = missing <= 0 ? Infinity : (bodies[byte]! / missing - fixed) / perCharacter;
    }
  };
  return { heads, bodies, score, boundLengths };
}

/** Adds to the scores of the hits what a word of one term comes to. */
export function addScores(
  scores: Float32Array,
  word: RankedWord,
  hits: DocSet,
  reading: Reading,
  weights: RankingWeights,
): void {
  const { saturation } = weights;
  const { lengths } = reading.view.columns;
  const most = mostOfWord(word, reading, weights);
  const { heads, bodies, fixed, perCharacter } = frequenciesOf(word[0]!, reading, weights);
  const { words: bits } = hits;
  for (const list of listsOfWord(word, reading)) {
    const { docs, frequencies: bytes } = list;
    const shared = lookUp(list, hits);
    const toSee = shared?.count ?? docs.length;
    for (let at = 0; at < toSee; at++) {
      const i = shared ? shared.at[at]! : at;
      const doc = docs[i]!;
      if ((bits[doc >>> 5]! & (1 << (doc & 31))) === 0) continue;
      const byte = bytes[i]!;
      const body = bodies[byte]! / (fixed + perCharacter * lengths[doc]!);
      const frequency = Math.fround(heads[byte]! + body);
      scores[doc]! += (most * frequency) / (frequency + saturation);
    }
  }
}

/** Adds up how often a word stands in each of the hits, weighted. */
export function addFrequencies(
  frequencies: Float32Array,
  word: RankedWord,
  hits: DocSet,
  reading: Reading,
  weights: RankingWeights,
): void {
  const { lengths } = reading.view.columns;
  const { words: bits } = hits;
  for (const term of word) {
    const { heads, bodies, fixed, perCharacter } = frequenciesOf(term, reading, weights);
    for (const list of reading.listsOf(term.term, term.isPrefix)) {
      const { docs, frequencies: bytes } = list;
      const shared = lookUp(list, hits);
      const toSee = shared?.count ?? docs.length;
      for (let at = 0; at < toSee; at++) {
        const i = shared ? shared.at[at]! : at;
        const doc = docs[i]!;
        if ((bits[doc >>> 5]! & (1 << (doc & 31))) === 0) continue;
        const byte = bytes[i]!;
        frequencies[doc]! += heads[byte]! + bodies[byte]! / (fixed + perCharacter * lengths[doc]!);
      }
    }
  }
}

function frequenciesOf(term: TermLeaf, { view: { columns } }: Reading, weights: RankingWeights) {
  const { length } = weights;
  return {
    ...tablesOf(term.parts, weights),
    fixed: 1 - length,
    perCharacter: length / columns.averageLength,
  };
}

type Tables = { heads: Float32Array; bodies: Uint8Array };
const knownTables = new WeakMap<RankingWeights, Map<string, Tables>>();

/** For each byte of frequencies what headline and summary come to, and what the text, of the parts asked for. */
function tablesOf(parts: string, weights: RankingWeights): Tables {
  const ofWeights = knownTables.get(weights) ?? new Map<string, Tables>();
  knownTables.set(weights, ofWeights);
  const known = ofWeights.get(parts);
  if (known) return known;
  const [isTitle, isSummary, isBody] = ["A", "B", "C"].map(
    (part) => parts === "" || parts.includes(part),
  );
  const { title, summary } = weights;
  const bytes = Array.from({ length: BYTE_VALUES }, (_, byte) => byte);
  const tables = {
    heads: Float32Array.from(
      bytes,
      (byte) => (isTitle ? title * inTitle(byte) : 0) + (isSummary ? summary * inSummary(byte) : 0),
    ),
    // Headlines and summaries are all of about one length; only bodies are long or short.
    bodies: Uint8Array.from(bytes, (byte) => (isBody ? inBody(byte) : 0)),
  };
  ofWeights.set(parts, tables);
  return tables;
}
