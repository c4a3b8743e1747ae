/** Ways to find pairs in a collection: the archive's own, and the plain ones it is held against. */
import { createHash } from "node:crypto";
import {
  eventKeysOf,
  eventLookups,
  isTextCandidate,
  MAX_ARTICLES_PER_KEY,
  MAX_EVENT_CANDIDATES,
  MAX_TEXT_CANDIDATES,
  type Lookup,
} from "#lib/duplicates/bands.ts";
import { compareProfiles, profileOf, type Profile } from "#lib/duplicates/compare.ts";
import { fingerprintOf, shinglesOf } from "#lib/duplicates/fingerprint.ts";
import { countTerms } from "#lib/text/terms.ts";
import type { ComparedArticle, TermFrequencies, Verdict } from "#lib/duplicates/types.ts";

export type FoundPair = { first: number; second: number } & Pick<Verdict, "kind" | "score">;

const PLAIN_JACCARD = 0.5;

/**
 * The pairs that an import of these articles, one after another, suggests: through the same keys
 * and caps as lib/duplicates/data.ts asks of the database. Term frequencies are the collection's.
 */
export function findAsImported(articles: readonly ComparedArticle[]): FoundPair[] {
  const profiles = articles.map(profileOf);
  const frequencies = countTerms(profiles.map(({ terms }) => terms.counts.keys()));
  const index = new Map<number, number[]>();
  return profiles.flatMap((profile, second) => {
    const { candidates, add } = lookUp(index, profile, profiles, frequencies);
    const pairs = candidates.map((first) => {
      const { kind, score } = compareProfiles(profiles[first] as Profile, profile, frequencies);
      return { first, second, kind, score };
    });
    for (const key of add) index.set(key, [...(index.get(key) ?? []), second]);
    return pairs.filter(({ kind }) => kind !== "different");
  });
}

function lookUp(
  index: ReadonlyMap<number, number[]>,
  profile: Profile,
  profiles: readonly Profile[],
  frequencies: TermFrequencies,
) {
  const shingles = profile.shingles ?? new Set<number>();
  const { signature } = fingerprintOf(shingles);
  const { publishedOn, terms } = profile;
  const texts = tally(
    index,
    signature.map((key) => ({ key, weight: 1 })),
  )
    .slice(0, MAX_TEXT_CANDIDATES)
    .filter(([id, shared]) =>
      isTextCandidate(shared, [shingles.size, profiles[id]?.shingles?.size ?? 0]),
    );
  const events = publishedOn
    ? tally(index, eventLookups(terms.counts, publishedOn, frequencies))
    : [];
  const ids = [...texts, ...events.slice(0, MAX_EVENT_CANDIDATES)].map(([id]) => id);
  const eventKeys = publishedOn ? eventKeysOf(terms.counts, publishedOn, frequencies) : [];
  return { candidates: [...new Set(ids)], add: [...signature, ...eventKeys] };
}

function tally(index: ReadonlyMap<number, number[]>, lookups: Lookup[]): [number, number][] {
  const weights = new Map<number, number>();
  for (const { key, weight } of lookups) {
    for (const id of index.get(key)?.slice(-MAX_ARTICLES_PER_KEY) ?? []) {
      weights.set(id, (weights.get(id) ?? 0) + weight);
    }
  }
  return [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
}

/** Baseline: texts that are the same, byte for byte. */
export function findSameBytes(articles: readonly ComparedArticle[]): FoundPair[] {
  const hashes = articles.map(({ body }) => [createHash("sha256").update(body).digest("hex")]);
  return pairsThatShare(hashes).map((pair) => ({ ...pair, kind: "same_text", score: 1 }));
}

/** Baseline: all pairs whose shingles of five words overlap by half. */
export function findByPlainJaccard(articles: readonly ComparedArticle[]): FoundPair[] {
  const shingles = articles.map(({ body }) => shinglesOf(body));
  return pairsThatShare(shingles).flatMap(({ first, second, shared }) => {
    const all = (shingles[first]?.size ?? 0) + (shingles[second]?.size ?? 0) - shared;
    const score = shared / all;
    return score >= PLAIN_JACCARD ? [{ first, second, kind: "same_text", score }] : [];
  });
}

function pairsThatShare(keys: readonly Iterable<string | number>[]) {
  const holders = new Map<string | number, number[]>();
  const pairs: { first: number; second: number; shared: number }[] = [];
  for (const [second, own] of keys.entries()) {
    const shared = new Map<number, number>();
    for (const key of own) {
      const before = holders.get(key) ?? [];
      for (const first of before) shared.set(first, (shared.get(first) ?? 0) + 1);
      holders.set(key, [...before, second]);
    }
    for (const [first, count] of shared) pairs.push({ first, second, shared: count });
  }
  return pairs;
}
