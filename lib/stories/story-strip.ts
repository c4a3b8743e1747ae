import { scaleLinear, scaleUtc } from "d3-scale";
import { formatDay, monthName } from "#lib/dates/calendar-day.ts";

/** All in CSS pixels, from the top of the strip. */
export type StoryStrip = {
  height: number;
  /** Beginnings of years, months or days, as many as fit. */
  ticks: { y: number; label: string }[];
  /** Of each step that has an event, in the order of the steps. */
  marks: StripMark[];
};

export type StripMark = {
  step: number;
  /** Where its event begins and ends in time; the same for a day among years. */
  from: number;
  to: number;
  /** Where its label begins: labels stand in the order of the steps and never overlap. */
  label: number;
};

export type StripStep = { number: number; startsOn: string; endsOn: string };

/** A label is two lines high, and can be hit by a finger. */
export const LABEL_HEIGHT_PX = 48;
const MIN_HEIGHT_PX = 336;
const MARGIN_PX = 14;
const MS_PER_DAY = 86_400_000;
const TICK_DISTANCE_PX = 64;

/**
 * A strip of time to scale, from the first day of these steps to the last, with a label for each step
 * beside it. The same steps always give the same strip.
 */
export function layOutStrip(steps: readonly StripStep[]): StoryStrip {
  const height = Math.max(MIN_HEIGHT_PX, steps.length * LABEL_HEIGHT_PX);
  const first = Math.min(...steps.map(({ startsOn }) => Date.parse(startsOn)));
  const last = Math.max(...steps.map(({ endsOn }) => Date.parse(endsOn)));
  if (steps.length === 0) return { height: 0, ticks: [], marks: [] };
  // A story of one day still has a length to be drawn on.
  const end = last > first ? last : first + MS_PER_DAY;
  const scale = scaleLinear([first, end], [MARGIN_PX, height - MARGIN_PX]);
  const at = (day: string) => Math.round(scale(Date.parse(day)) * 10) / 10;
  const marks = steps.map(({ number, startsOn, endsOn }) => ({
    ...{ step: number, from: at(startsOn), to: at(endsOn) },
    label: 0,
  }));
  placeLabels(marks, height);
  return { height, marks, ticks: ticksOf(first, end, scale, height) };
}

/** As near to its mark as the labels before and after it let it be. */
function placeLabels(marks: StripMark[], height: number): void {
  let free = 0;
  for (const [i, mark] of marks.entries()) {
    const latest = height - (marks.length - i) * LABEL_HEIGHT_PX;
    const wanted = (mark.from + mark.to) / 2 - LABEL_HEIGHT_PX / 2;
    mark.label = Math.round(Math.min(latest, Math.max(free, wanted)));
    free = mark.label + LABEL_HEIGHT_PX;
  }
}

function ticksOf(first: number, end: number, scale: (at: number) => number, height: number) {
  const times = scaleUtc([new Date(first), new Date(end)], [0, 1]).ticks(
    Math.max(2, Math.floor(height / TICK_DISTANCE_PX)),
  );
  const days = times
    .map((time) => time.toISOString())
    .filter((iso) => iso.slice(11, 19) === "00:00:00")
    .map((iso) => iso.slice(0, 10));
  return days.map((day) => ({ y: Math.round(scale(Date.parse(day))), label: labelOf(day, days) }));
}

/** A year where all ticks are years, a month where all begin one, else a day. */
function labelOf(day: string, days: readonly string[]): string {
  const year = day.slice(0, 4);
  if (days.every((each) => each.endsWith("-01-01"))) return year;
  const month = monthName(Number(day.slice(5, 7)), "short");
  if (days.every((each) => each.endsWith("-01"))) return day.endsWith("-01-01") ? year : month;
  return formatDay(day, "short").split(" ").slice(0, 2).join(" ");
}
