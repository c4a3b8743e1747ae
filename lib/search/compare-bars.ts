/** Two searches over time, on one axis. */
import type { MonthCount } from "#lib/articles/types.ts";
import { COMPARED_PARTS, type ComparedPart } from "#lib/search/compare-query.ts";
import { toBars, type Bar } from "#lib/search/histogram.ts";

/** A stretch of time and how many articles each part of a comparison has in it. */
export type ComparedBar = Omit<Bar, "count"> & Record<ComparedPart, number>;

/** What each part found per month, as bars without gaps that begin and end together. */
export function toComparedBars(months: Record<ComparedPart, readonly MonthCount[]>): ComparedBar[] {
  const all = COMPARED_PARTS.flatMap((part) => months[part]);
  const inOrder = [...all].sort((a, b) => a.month.localeCompare(b.month));
  const bars = toBars(inOrder);
  const keyLength = bars[0]?.key.length ?? 0;
  const count = (part: ComparedPart) => countByKey(months[part], keyLength);
  const [onlyFirst, both, onlySecond] = [count("onlyFirst"), count("both"), count("onlySecond")];
  return bars.map(({ key, label, from, to }) => ({
    ...{ key, label, from, to },
    onlyFirst: onlyFirst.get(key) ?? 0,
    both: both.get(key) ?? 0,
    onlySecond: onlySecond.get(key) ?? 0,
  }));
}

function countByKey(months: readonly MonthCount[], keyLength: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { month, count } of months) {
    const key = month.slice(0, keyLength);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}
