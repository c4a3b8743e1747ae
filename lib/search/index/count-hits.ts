/** What the articles found add up to. */
import { toDay, type ArticleColumns } from "#lib/search/index/article-columns.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";

export type HitCounts = {
  total: number;
  /** By month, `YYYY-MM`, in order; none without articles. */
  months: { month: string; count: number }[];
  /** How many have a topic, mention an actor or are of an outlet, by its number in the index. */
  topics: Map<number, number>;
  actors: Map<number, number>;
  outlets: Map<number, number>;
};

export function countHits(hits: DocSet, columns: ArticleColumns): HitCounts {
  const docs = hits.toArray();
  const days = new Map<number, number>();
  const outlets = new Map<number, number>();
  const topics = columns.topics.counts(docs);
  const actors = columns.actors.counts(docs);
  for (const doc of docs) {
    const [day, outlet] = [columns.days[doc]!, columns.outlets[doc]!];
    days.set(day, (days.get(day) ?? 0) + 1);
    if (outlet >= 0) outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1);
  }
  return { total: docs.length, months: toMonths(days), topics, actors, outlets };
}

/** How many there are on each day, `YYYY-MM-DD`, in order; no day without any. */
export function countDays(
  hits: DocSet,
  { days }: ArticleColumns,
): { day: string; count: number }[] {
  const counts = new Map<number, number>();
  for (const doc of hits.toArray()) counts.set(days[doc]!, (counts.get(days[doc]!) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([day, count]) => ({ day: toDay(day), count }));
}

function toMonths(days: ReadonlyMap<number, number>): HitCounts["months"] {
  const months = new Map<string, number>();
  for (const [day, count] of days) {
    const month = toDay(day).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return [...months]
    .map(([month, count]) => ({ month, count }))
    .sort((one, other) => (one.month < other.month ? -1 : 1));
}
