/**
 * The fingerprint of a text: a MinHash signature over its shingles, which are runs of words.
 *
 * It keeps the smallest hashes rather than one minimum for each of many hash functions (Broder,
 * "On the resemblance and containment of documents", 1997): one hash a shingle, so linear time,
 * and of two texts, any hash in common is a shingle in common. That finds a text cut to a tenth,
 * where rows of minima joined to bands find only texts of like length.
 */
import { chainHash, hashWord, wordsOf } from "#lib/text/hashed-words.ts";

/** Words in a shingle: so many in a row are seldom the same by chance. */
const SHINGLE_WORDS = 5;
/** Smallest hashes kept of the whole text. */
const SIGNATURE_HASHES = 32;
/** Smallest hashes kept of the beginning, since news is cut from the end. */
const LEAD_HASHES = 8;
const LEAD_SHINGLES = 100;

export type Fingerprint = {
  /** At most 40 different signed 32-bit hashes: those of the whole text and of its beginning. */
  signature: number[];
  /** Different shingles in the text. */
  shingles: number;
};

/** The different shingles of a text as signed 32-bit hashes, in order; a shorter text is one. */
export function shinglesOf(text: string): Set<number> {
  const hashes = wordsOf(text).map(hashWord);
  const shingles = new Set<number>();
  if (hashes.length === 0) return shingles;
  const length = Math.min(SHINGLE_WORDS, hashes.length);
  for (let start = 0; start + length <= hashes.length; start++) {
    let hash = 0;
    for (let i = start; i < start + length; i++) hash = chainHash(hash, hashes[i] as number);
    shingles.add(hash);
  }
  return shingles;
}

/** The fingerprint of a text's shingles, as `shinglesOf` gives them. */
export function fingerprintOf(shingles: ReadonlySet<number>): Fingerprint {
  const all = Int32Array.from(shingles);
  const lead = all.slice(0, LEAD_SHINGLES).sort().subarray(0, LEAD_HASHES);
  const whole = all.sort().subarray(0, SIGNATURE_HASHES);
  return { signature: [...new Set([...whole, ...lead])], shingles: shingles.size };
}

export type Overlap = {
  /** Shared shingles as a share of all. */
  jaccard: number;
  /** Shared shingles as a share of the shorter text's: 1 where it is a cut of the longer one. */
  containment: number;
  /** The same of the shorter text's beginning alone: what is shared at the end is often furniture. */
  leadContainment: number;
};

/** How much of two texts is the same, from their shingles. */
export function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): Overlap {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  let sharedOfLead = 0;
  let at = 0;
  for (const shingle of small) {
    if (large.has(shingle)) {
      shared++;
      if (at < LEAD_SHINGLES) sharedOfLead++;
    }
    at++;
  }
  return {
    jaccard: shared / Math.max(1, a.size + b.size - shared),
    containment: shared / Math.max(1, small.size),
    leadContainment: sharedOfLead / Math.max(1, Math.min(LEAD_SHINGLES, small.size)),
  };
}
