/** Scores of time expressions: how many are found, and how many days are the right ones. */
import type { Span } from "#lib/text/span.ts";

export type GoldTime = Span & { type: string; value: string; text: string };
export type DatedText = { id: string; text: string; createdAt: string; timexes: GoldTime[] };
/** What a reader found: `day` is `YYYY-MM-DD` where it names exactly one. */
export type FoundTime = Span & { day: string | null };
export type DateScores = {
  texts: number;
  expressions: number;
  /** Share of the gold expressions that one of those found overlaps by half (IoU ≥ .5). */
  found: number;
  /** The same of the gold DATE and TIME alone. */
  foundDates: number;
  /** Share that is found with exactly its span. */
  foundExactly: number;
  /** Share of those found that overlap a gold expression so. */
  precision: number;
  days: number;
  /** Share of the gold expressions that name a day that are found and given that day. */
  day: number;
  /** The same of those that are found. */
  dayOfFound: number;
};

const MIN_OVERLAP = 0.5;
const NAMES_A_DAY = /^\d{4}-\d{2}-\d{2}/;

/** Expressions are paired one to one, those that overlap most first. */
export function scoreDates(
  items: readonly DatedText[],
  found: readonly (readonly FoundTime[])[],
): DateScores {
  const gold = items.flatMap(({ timexes }, i) => pair(timexes, found[i] ?? []));
  const matched = gold.filter(({ match }) => match !== null);
  const dates = gold.filter(({ time: { type } }) => type === "DATE" || type === "TIME");
  const days = gold.filter(({ time }) => dayOf(time) !== null);
  const right = days.filter(({ time, match }) => match?.day === dayOf(time));
  return {
    texts: items.length,
    expressions: gold.length,
    found: share(matched.length, gold.length),
    foundDates: share(dates.filter(({ match }) => match).length, dates.length),
    foundExactly: share(matched.filter(isExact).length, gold.length),
    precision: share(matched.length, found.flat().length),
    days: days.length,
    day: share(right.length, days.length),
    dayOfFound: share(right.length, days.filter(({ match }) => match).length),
  };
}

/** The day that a gold expression names, be it with a time of day; else null. */
export function dayOf({ value }: GoldTime): string | null {
  return NAMES_A_DAY.test(value) ? value.slice(0, 10) : null;
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

type Pair = { time: GoldTime; match: FoundTime | null };

function pair(gold: readonly GoldTime[], found: readonly FoundTime[]): Pair[] {
  const overlaps = gold.flatMap((time) =>
    found.map((match) => ({ time, match, overlap: overlapOf(time, match) })),
  );
  const matches = new Map<GoldTime, FoundTime>();
  const taken = new Set<FoundTime>();
  for (const { time, match, overlap } of overlaps.sort((a, b) => b.overlap - a.overlap)) {
    if (overlap < MIN_OVERLAP) break;
    if (matches.has(time) || taken.has(match)) continue;
    matches.set(time, match);
    taken.add(match);
  }
  return gold.map((time) => ({ time, match: matches.get(time) ?? null }));
}

function overlapOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function isExact({ time, match }: Pair): boolean {
  return match?.start === time.start && match.end === time.end;
}
