/**
 * The keys under which an article is found again by one that resembles it: locality-sensitive
 * hashing. A key is one hash of the fingerprint, or one telling term on one day. How many articles
 * are looked at for a key is capped, so that finding takes the same time in any archive.
 */
import { addDays } from "#lib/dates/calendar-day.ts";
import { weighTerm } from "#lib/text/terms.ts";
import type { TermFrequencies } from "#lib/duplicates/types.ts";
import { chainHash, hashWord } from "#lib/text/hashed-words.ts";

/** Articles looked at for a key, the latest first; what more share it is a set phrase. */
export const MAX_ARTICLES_PER_KEY = 50;
/** Articles whose text is compared whole, those with most keys in common. */
export const MAX_TEXT_CANDIDATES = 6;
/** Articles whose terms are compared. */
export const MAX_EVENT_CANDIDATES = 24;
/** Coverage of one event appears within so many days. */
export const EVENT_DAYS = 3;

const DAY_MS = 86_400_000;
const EVENT_TERMS = 12;
/** One shared hash is often a set phrase; two seldom are. */
const MIN_SHARED_KEYS = 2;
/** A text so much shorter than another may have only one hash in common with it. */
const MUCH_SHORTER = 8;

/** The keys of an article's telling terms on its day. */
export function eventKeysOf(
  counts: ReadonlyMap<number, number>,
  day: string,
  frequencies: TermFrequencies,
): number[] {
  return tellingTerms(counts, frequencies).map(([hash]) => eventKey(hash, day));
}

/** A key to look under, and how much finding an article there says. */
export type Lookup = { key: number; weight: number };

/** The keys under which coverage of the same event would stand: the terms on the days around. */
export function eventLookups(
  counts: ReadonlyMap<number, number>,
  day: string,
  frequencies: TermFrequencies,
): Lookup[] {
  const days = Array.from({ length: 2 * EVENT_DAYS + 1 }, (_, i) => addDays(day, i - EVENT_DAYS));
  return tellingTerms(counts, frequencies).flatMap(([hash, weight]) =>
    days.map((each) => ({ key: eventKey(hash, each), weight })),
  );
}

/** Two numbers of which days have one in common that lie within the days of an event. */
export function eventPeriodsOf(day: string): [number, number] {
  const period = Math.floor(Date.parse(day) / DAY_MS / EVENT_DAYS);
  return [period, period + 1];
}

function tellingTerms(counts: ReadonlyMap<number, number>, frequencies: TermFrequencies) {
  return [...counts]
    .map(([hash, count]): [number, number] => [hash, weighTerm(hash, count, frequencies)])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, EVENT_TERMS);
}

function eventKey(hash: number, day: string): number {
  return chainHash(hash, hashWord(day));
}

/** True when the keys in common are reason enough to compare two texts whole. */
export function isTextCandidate(sharedKeys: number, shingles: readonly [number, number]): boolean {
  if (sharedKeys >= MIN_SHARED_KEYS) return true;
  return sharedKeys > 0 && Math.max(...shingles) >= MUCH_SHORTER * Math.min(...shingles);
}
