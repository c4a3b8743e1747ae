/** What of a time and of its sides a search covers, so that nobody takes silence for proof. */
import { laneOfCountry } from "#lib/events/data-lanes.ts";
import { LANE_IDS, type LaneId } from "#lib/events/schema.ts";
import { toDay, toDayNumber } from "#lib/search/index/article-columns.ts";
import type { HitCounts } from "#lib/search/index/count-hits.ts";
import type { OutletLabel } from "#lib/search/data-labels.ts";

/** Days, both included, and how many they are. */
type Days = { from: string; to: string; days: number };

export type Coverage = {
  articles: number;
  /** From the first day asked for, or else found, to the last; null where nothing was found. */
  span: Days | null;
  /** Days of the span that have an article. */
  daysWithArticles: number;
  /** The longest time in it without any; null where every day has one. */
  longestGap: Days | null;
  outlets: number;
  /** The outlet of the most of them. */
  mostFrom: { label: string; count: number } | null;
  /** Articles by the side that their outlet is of: `other` countries, and outlets whose country is not known. */
  sides: { side: LaneId | "other" | "unknown"; count: number }[];
  /** Statements in them, and those of them whose source is not named. */
  statements: number;
  unnamed: number;
};

type Asked = { from: string | null; to: string | null; today: string };
type Counted = Pick<HitCounts, "total" | "days" | "hitOutlets" | "statements" | "unnamed">;

/** Describes what was found; days to come are not counted as days without articles. */
export function describeCoverage(
  counts: Counted,
  asked: Asked,
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
    ...describeDays(
      [...counts.days.keys()].sort((one, other) => one - other),
      asked,
    ),
    outlets: named.length,
    mostFrom: most && { label: most.label, count: most.count },
    sides: countSides(named, counts.total),
    statements: counts.statements,
    unnamed: counts.unnamed,
  };
}

function describeDays(
  days: readonly number[],
  { from, to, today }: Asked,
): Pick<Coverage, "span" | "daysWithArticles" | "longestGap"> {
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest === undefined || latest === undefined)
    return { span: null, daysWithArticles: 0, longestGap: null };
  const first = from === null ? earliest : toDayNumber(from);
  const asFar = to === null ? latest : toDayNumber(to);
  const last = Math.max(latest, Math.min(asFar, toDayNumber(today)));
  let gap: Days | null = null;
  let expected = first;
  for (const day of [...days, last + 1]) {
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
