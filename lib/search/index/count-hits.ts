/** What the articles found add up to. */
import { toDay, type ArticleColumns } from "#lib/search/index/article-columns.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";
import type { NearMisses } from "#lib/search/index/narrow.ts";
import type { FacetName } from "#lib/search/types.ts";

export type HitCounts = {
  total: number;
  /** By month, `YYYY-MM`, in order; none without articles. */
  months: { month: string; count: number }[];
  /** By day number; days without any are left out. */
  days: ReadonlyMap<number, number>;
  /** Statements that readers see in them, and those of them whose source is not named. */
  statements: number;
  unnamed: number;
  /** Of each outlet as many as are hits, whatever is chosen among outlets. */
  hitOutlets: ReadonlyMap<number, number>;
} & FacetNumbers;

/**
 * How many have a topic, mention an actor (of whatever kind), are of an outlet or of a year, by its
 * number in the index; near misses of a facet are counted in that facet.
 */
export type FacetNumbers = Record<FacetName, ReadonlyMap<number, number>>;

export function countHits(
  hits: DocSet,
  columns: ArticleColumns,
  nearMisses: NearMisses = new Map(),
): HitCounts {
  const docs = hits.toArray();
  const { values, statements, unnamed } = columns.countValues(docs);
  const days = countColumn(columns.days, docs, columns.firstDay);
  const missedOf = (facet: FacetName) => nearMisses.get(facet)?.toArray() ?? null;
  /** What is missed of a facet is no hit, so that the two are counted one after the other. */
  const withMissed = (facet: FacetName, kind: keyof typeof values) => {
    const missed = missedOf(facet);
    return missed ? sumOf(values[kind], columns.countValues(missed).values[kind]) : values[kind];
  };
  const missedYears = missedOf("years");
  return {
    ...{ total: docs.length, months: toMonths(days), days, statements, unnamed },
    topics: withMissed("topics", "topics"),
    people: withMissed("people", "actors"),
    countries: withMissed("countries", "actors"),
    hitOutlets: values.outlets,
    outlets: withMissed("outlets", "outlets"),
    years: toYears(
      missedYears ? sumOf(days, countColumn(columns.days, missedYears, columns.firstDay)) : days,
    ),
  };
}

/** How many there are on each day, `YYYY-MM-DD`, in order; no day without any. */
export function countDays(
  hits: DocSet,
  { days, firstDay }: ArticleColumns,
): { day: string; count: number }[] {
  return [...countColumn(days, hits.toArray(), firstDay)]
    .sort(([one], [other]) => one - other)
    .map(([day, count]) => ({ day: toDay(day), count }));
}

/** The days of fifty years; there is room for more. */
const MANY_VALUES = 16_384;

/** How many documents have each value, of those from `least` on; values lie close together. */
function countColumn(column: Int32Array, docs: Int32Array, least: number): Map<number, number> {
  let counts = new Uint32Array(MANY_VALUES);
  for (let i = 0; i < docs.length; i++) {
    const value = column[docs[i]!]! - least;
    if (value >= counts.length) counts = withRoom(counts, value);
    if (value >= 0) counts[value]!++;
  }
  const found = new Map<number, number>();
  counts.forEach((count, i) => count > 0 && found.set(least + i, count));
  return found;
}

function sumOf(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): Map<number, number> {
  const sum = new Map(one);
  for (const [value, count] of other) sum.set(value, (sum.get(value) ?? 0) + count);
  return sum;
}

function withRoom(counts: Uint32Array<ArrayBuffer>, value: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * value);
  larger.set(counts);
  return larger;
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

function toYears(days: ReadonlyMap<number, number>): Map<number, number> {
  const years = new Map<number, number>();
  for (const [day, count] of days) {
    const year = Number(toDay(day).slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return years;
}
