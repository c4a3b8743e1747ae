/**
 * Which days matter in a collection of articles about one thing: each article speaks once for every
 * day that it names, the louder the more it is about what all of them are about.
 */
import { findTimeExpressions } from "#lib/language/time-expressions.ts";
import { hashWord, wordsOf } from "#lib/text/hashed-words.ts";

/**
 * An article appears for many reasons; that it names a day says more. Of 0, .1, .25, .5 and 1,
 * chosen without the topic that it is measured on: `npm run eval -- timelines`.
 */
export const SHARE_OF_PUBLICATION = 0.25;
/** Shorter words are mostly of grammar. */
const MIN_WORD_CHARACTERS = 4;

export type DatedArticle = { publishedOn: string; text: string };

/** An article made ready to be weighed. */
export type ReadDays = { publishedOn: string; days: ReadonlySet<string>; likeness: number };

/** The days that each article names, and how alike it is to all together (cosine, 0 to 1). */
export function readDays(articles: readonly DatedArticle[]): ReadDays[] {
  const vectors = articles.map(({ text }) => unitVector(text));
  const whole = new Map<number, number>();
  for (const vector of vectors) {
    for (const [hash, weight] of vector) whole.set(hash, (whole.get(hash) ?? 0) + weight);
  }
  const length = Math.hypot(...whole.values()) || 1;
  return articles.map(({ publishedOn, text }, i) => {
    let likeness = 0;
    for (const [hash, weight] of vectors[i] ?? []) likeness += weight * (whole.get(hash) ?? 0);
    return { publishedOn, days: daysIn(text, publishedOn), likeness: likeness / length };
  });
}

/**
 * The weight of every day that is named or was published on, none after the last publication: what
 * has not come to pass by then has no account of it.
 */
export function weighDays(
  articles: readonly ReadDays[],
  shareOfPublication = SHARE_OF_PUBLICATION,
): Map<string, number> {
  const last = articles.reduce(
    (day, each) => (each.publishedOn > day ? each.publishedOn : day),
    "",
  );
  const weights = new Map<string, number>();
  const add = (day: string, weight: number) => {
    if (day <= last && weight > 0) weights.set(day, (weights.get(day) ?? 0) + weight);
  };
  for (const { publishedOn, days, likeness } of articles) {
    for (const day of days) add(day, likeness);
    add(publishedOn, shareOfPublication * likeness);
  }
  return weights;
}

/** The `count` days that weigh most, the weightiest first; of equals the earlier. */
export function weightiestDays(weights: ReadonlyMap<string, number>, count: number): string[] {
  return [...weights]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([day]) => day);
}

function daysIn(text: string, publishedOn: string): Set<string> {
  return new Set(findTimeExpressions(text, publishedOn).flatMap(({ day }) => day ?? []));
}

/** How often each word stands there, logarithmically, brought to length 1. */
function unitVector(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of wordsOf(text)) {
    if (word.length < MIN_WORD_CHARACTERS) continue;
    const hash = hashWord(word);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  for (const [hash, count] of counts) counts.set(hash, 1 + Math.log(count));
  const length = Math.hypot(...counts.values()) || 1;
  for (const [hash, weight] of counts) counts.set(hash, weight / length);
  return counts;
}
