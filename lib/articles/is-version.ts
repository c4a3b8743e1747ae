import { pageAddressOf } from "#lib/text/page-address.ts";

/** What tells whether two texts at one address are versions of one article. */
export type AtAddress = { headline: string | null; publishedOn: string | null; body: string };

/** Words in a run: news prose seldom has so many in a row by chance. */
const RUN_WORDS = 4;
const MAX_WORDS = 3_000;
/** This share of the shorter text's runs of words stands in the other. */
const SHARED_RUNS = 0.03;

/**
 * True where two texts that give one address as their source are versions of one article: they have
 * words in a row in common, or the headline, or the day. A page that several articles name though
 * it is none of theirs, such as a table's or a daily list's, has none of these in common.
 */
export function isVersion(a: AtAddress, b: AtAddress): boolean {
  const headlines = [a, b].map(({ headline }) => wordsOf(headline ?? "").join(" "));
  if (headlines[0] && headlines[0] === headlines[1]) return true;
  if (a.publishedOn && a.publishedOn === b.publishedOn) return true;
  return sharedRuns(runsOf(a.body), runsOf(b.body)) >= SHARED_RUNS;
}

/** True where an outlet's front is the page: what many of its articles may give as their source. */
export function isFrontOf(homepageUrl: string | null, pageAddress: string): boolean {
  return pageAddressOf(homepageUrl) === pageAddress;
}

function sharedRuns(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  return [...small].filter((run) => large.has(run)).length / small.size;
}

function runsOf(body: string): Set<string> {
  const words = wordsOf(body);
  return new Set(words.slice(RUN_WORDS - 1).map((_, i) => words.slice(i, i + RUN_WORDS).join(" ")));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
}
