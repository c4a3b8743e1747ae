import { dayParts } from "#lib/dates/calendar-day.ts";

/** Width of the whole scale; the picture is stretched to the width that there is. */
export const SCALE_WIDTH = 1000;
/** So that the label of a year with one event still fits. */
const MIN_YEAR_WIDTH = 20;
/** A run of years without events is a break in the scale, however long it is. */
const BREAK_WIDTH = 14;
/** Below 1, so that a full year is drawn wider than a thin one, but not at its cost. */
const CROWD_EXPONENT = 0.7;
const MS_PER_DAY = 86_400_000;

export type YearSpan = { year: number; start: number; width: number; count: number };

export type TimelineScale = {
  /** The years that have something, in order; between two that do not follow, the scale breaks. */
  years: YearSpan[];
  /** Where a day stands, from 0 to `SCALE_WIDTH`; a day in a break stands at the break's end. */
  positionOf(day: string): number;
};

/**
 * A scale of time on which a year is as wide as its events need: straight within a year, wider for
 * years with more, and broken where there are none. `days` are first days in any order.
 */
export function makeTimelineScale(days: readonly string[]): TimelineScale {
  const years = spreadYears(countByYear(days));
  return {
    years,
    positionOf(day) {
      const { year } = dayParts(day);
      const span = years.find((each) => each.year >= year);
      if (!span) return SCALE_WIDTH;
      return span.year > year ? span.start : span.start + span.width * fractionOfYear(day);
    },
  };
}

function countByYear(days: readonly string[]): [year: number, count: number][] {
  const counts = new Map<number, number>();
  for (const day of days) {
    const { year } = dayParts(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b);
}

function spreadYears(counts: [year: number, count: number][]): YearSpan[] {
  const breaks = counts.filter(([year], i) => i > 0 && year !== (counts[i - 1]?.[0] ?? 0) + 1);
  const weights = counts.map(([, count]) => count ** CROWD_EXPONENT);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const minWidth = Math.min(
    MIN_YEAR_WIDTH,
    (SCALE_WIDTH - breaks.length * BREAK_WIDTH) / counts.length,
  );
  const shared = SCALE_WIDTH - breaks.length * BREAK_WIDTH - counts.length * minWidth;
  let start = 0;
  return counts.map(([year, count], i) => {
    if (breaks.some(([broken]) => broken === year)) start += BREAK_WIDTH;
    const width = minWidth + (shared * (weights[i] ?? 0)) / weight;
    const span = { year, start, width, count };
    start += width;
    return span;
  });
}

function fractionOfYear(day: string): number {
  const first = `${day.slice(0, 4)}-01-01`;
  const next = `${String(dayParts(day).year + 1).padStart(4, "0")}-01-01`;
  return daysBetween(first, day) / daysBetween(first, next);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}
