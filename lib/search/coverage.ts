/** What of a time and of its sides a search covers, so that nobody takes silence for proof. */
import { laneOfCountry } from "#lib/events/data-lanes.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { toDay, toDayNumber } from "#lib/search/index/article-columns.ts";
import type { HitCounts } from "#lib/search/index/count-hits.ts";
import type { OutletLabel } from "#lib/search/data-labels.ts";
import type { Coverage, CoveredDays, Days } from "#lib/search/types-coverage.ts";

type Counted = Pick<HitCounts, "total" | "days" | "hitOutlets" | "statements" | "unnamed">;

/** Describes what was found; days to come are not counted as days without articles. */
export function describeCoverage(
  counts: Counted,
  asked: CoveredDays,
  outlets: ReadonlyMap<number, OutletLabel>,
): Coverage {
  const named = [...counts.hitOutlets].flatMap(([number, count]) => {
    const outlet = outlets.get(number);
    return outlet ? [{ ...outlet, count }] : [];
  });
  const most = named.reduce<(typeof named)[number] | null>(
    (best, each) => (best && best.count >= each.count ? best : each),
    null,
  );
  return {
    articles: counts.total,
    ...describeDays(daysWithAny(counts.days), asked),
    outlets: named.length,
    mostFrom: most && { label: most.label, count: most.count },
    sides: countSides(named, counts.total),
    statements: counts.statements,
    unnamed: counts.unnamed,
  };
}

function daysWithAny({ first, counts }: HitCounts["days"]): number[] {
  const days: number[] = [];
  for (let i = 0; i < counts.length; i++) if (counts[i]! > 0) days.push(first + i);
  return days;
}

function describeDays(
  days: readonly number[],
  { from, to, today }: CoveredDays,
): Pick<Coverage, "span" | "daysWithArticles" | "longestGap"> {
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest === undefined || latest === undefined)
    return { span: null, daysWithArticles: 0, longestGap: null };
  const first = from === null ? earliest : toDayNumber(from);
  const asFar = to === null ? latest : toDayNumber(to);
  const last = Math.max(latest, Math.min(asFar, toDayNumber(today)));
  let gap: Days | null = null;
  let expected = first;
  for (const day of days.concat(last + 1)) {
    if (day - expected > (gap?.days ?? 0)) gap = toDays(expected, day - 1);
    expected = day + 1;
  }
  return { span: toDays(first, last), daysWithArticles: days.length, longestGap: gap };
}

function toDays(first: number, last: number): Days {
  return { from: toDay(first), to: toDay(last), days: last - first + 1 };
}

function countSides(
  outlets: readonly { country: string | null; count: number }[],
  total: number,
): Coverage["sides"] {
  const counts = new Map<Coverage["sides"][number]["side"], number>();
  let known = 0;
  for (const { country, count } of outlets) {
    if (country === null) continue;
    const side = laneOfCountry(country) ?? "other";
    counts.set(side, (counts.get(side) ?? 0) + count);
    known += count;
  }
  counts.set("unknown", total - known);
  return [...LANE_IDS, "other" as const, "unknown" as const].flatMap((side) => {
    const count = counts.get(side) ?? 0;
    return count > 0 ? [{ side, count }] : [];
  });
}
