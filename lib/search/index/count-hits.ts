/** What the articles found add up to. */
import { toDay, type ArticleColumns } from "#lib/search/index/article-columns.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";
import type { NearMisses } from "#lib/search/index/narrow.ts";
import type { FacetName } from "#lib/search/types.ts";

const MONTHS = 12;
const MS_PER_DAY = 86_400_000;

/** How many there are on each day, from the day `first` on. */
export type DayCounts = { first: number; counts: Uint32Array };

export type HitCounts = {
  total: number;
  /** By month, `YYYY-MM`, in order; none without articles. */
  months: { month: string; count: number }[];
  days: DayCounts;
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
  const days = countByDay(docs, columns);
  const missedOf = (facet: FacetName) => nearMisses.get(facet)?.toArray() ?? null;
  /** What is missed of a facet is no hit, so that the two are counted one after the other. */
  const withMissed = (facet: FacetName, kind: keyof typeof values) => {
    const missed = missedOf(facet);
    return missed ? sumOf(values[kind], columns.countValues(missed).values[kind]) : values[kind];
  };
  const missedYears = missedOf("years");
  const years = toYears(days);
  return {
    ...{ total: docs.length, months: toMonths(days), days, statements, unnamed },
    topics: withMissed("topics", "topics"),
    people: withMissed("people", "actors"),
    countries: withMissed("countries", "actors"),
    hitOutlets: values.outlets,
    outlets: withMissed("outlets", "outlets"),
    years: missedYears ? sumOf(years, toYears(countByDay(missedYears, columns))) : years,
  };
}

/** How many there are on each day, `YYYY-MM-DD`, in order; no day without any. */
export function countDays(hits: DocSet, columns: ArticleColumns): { day: string; count: number }[] {
  const { first, counts } = countByDay(hits.toArray(), columns);
  return Array.from(counts, (count, i) => ({ day: first + i, count }))
    .filter(({ count }) => count > 0)
    .map(({ day, count }) => ({ day: toDay(day), count }));
}

/** The days of fifty years; there is room for more. */
const MANY_DAYS = 16_384;

function countByDay(docs: Int32Array, { days, firstDay: first }: ArticleColumns): DayCounts {
  let counts = new Uint32Array(MANY_DAYS);
  for (let i = 0; i < docs.length; i++) {
    const day = days[docs[i]!]! - first;
    if (day >= counts.length) counts = withRoom(counts, day);
    counts[day]!++;
  }
  return { first, counts };
}

function sumOf(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): Map<number, number> {
  const sum = new Map(one);
  for (const [value, count] of other) sum.set(value, (sum.get(value) ?? 0) + count);
  return sum;
}

function withRoom(counts: Uint32Array<ArrayBuffer>, day: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * day);
  larger.set(counts);
  return larger;
}

function toMonths(days: DayCounts): HitCounts["months"] {
  return [...countMonths(days)].map(([number, count]) => {
    const year = String(Math.floor(number / MONTHS)).padStart(4, "0");
    return { month: `${year}-${String((number % MONTHS) + 1).padStart(2, "0")}`, count };
  });
}

function toYears(days: DayCounts): Map<number, number> {
  const years = new Map<number, number>();
  for (const [number, count] of countMonths(days)) {
    const year = Math.floor(number / MONTHS);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return years;
}

/** By month, counted on from year 0, in order; none without any. */
function countMonths({ first, counts }: DayCounts): Map<number, number> {
  const months = new Map<number, number>();
  let next = first;
  let month = 0;
  let inMonth = 0;
  const close = () => inMonth > 0 && months.set(month, inMonth);
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue;
    if (first + i >= next) {
      close();
      ({ month, next } = monthOf(first + i));
      inMonth = 0;
    }
    inMonth += counts[i]!;
  }
  close();
  return months;
}

/** The month of a day, and the first day of the month after it. */
function monthOf(day: number): { month: number; next: number } {
  const [year = 0, month = 1] = toDay(day).split("-").map(Number);
  const next = new Date(0).setUTCFullYear(year, month, 1) / MS_PER_DAY;
  return { month: year * MONTHS + month - 1, next };
}
