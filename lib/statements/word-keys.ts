/**
 * What the words of a statement are found again by: the same, shortened or altered quotations share
 * keys. Quotation marks, case, punctuation and bracketed insertions make no difference.
 *
 * The keys are hashes of runs of words, thinned out by winnowing (Schleimer, Wilkerson and Aiken,
 * "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003): of every few runs beside
 * each other the one with the smallest hash is kept, so that any long enough run that two texts
 * have in common gives both the same key.
 */
import { uuidText } from "#lib/db/uuid-text.ts";
import { createHash } from "node:crypto";
import { chainHash, hashWord, wordsOf } from "#lib/text/hashed-words.ts";

/** Words in a run. */
const RUN_WORDS = 3;
/** Of so many runs beside each other one is kept; hence 4 words in common are one key in common. */
const WINDOW_RUNS = 2;
/** So many keys hold for some two hundred words, longer than what anybody quotes. */
const MAX_KEYS = 128;
/** Fewer words than these are said by many, and say nothing. */
const MIN_GROUP_WORDS = 4;
const INSERTION = /\[[^[\]]{0,200}\]/g;

/** The words by which statements are compared: in order, in lower case, insertions left out. */
export function comparedWords(text: string): string[] {
  return wordsOf(text.replaceAll(INSERTION, " "));
}

/**
 * At most 128 different signed 32-bit hashes, of which two texts share at least one where they have
 * four words in a row in common. A text of fewer than three words has one key, for the whole of it.
 */
export function wordKeys(text: string): number[] {
  const hashes = comparedWords(text).map(hashWord);
  if (hashes.length === 0) return [];
  const length = Math.min(RUN_WORDS, hashes.length);
  const runs: number[] = [];
  for (let start = 0; start + length <= hashes.length; start++) {
    runs.push(hashes.slice(start, start + length).reduce(chainHash, 0));
  }
  const window = Math.min(WINDOW_RUNS, runs.length);
  const keys = new Set<number>();
  for (let start = 0; start + window <= runs.length && keys.size < MAX_KEYS; start++) {
    keys.add(Math.min(...runs.slice(start, start + window)));
  }
  return [...keys];
}

/**
 * The id that all statements of these words share, wherever and whenever they come in: a UUID of
 * version 8 (RFC 9562) made of the words alone. Null where they are fewer than four.
 */
export function groupIdOf(text: string): string | null {
  const words = comparedWords(text);
  if (words.length < MIN_GROUP_WORDS) return null;
  const bytes = createHash("sha256").update(words.join(" ")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return uuidText(bytes);
}
