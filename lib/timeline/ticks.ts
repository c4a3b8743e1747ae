import { monthName } from "#lib/dates/calendar-day.ts";
import { widthOf } from "#lib/timeline/text-width.ts";
import { SMALL_FONT_SIZE } from "#lib/timeline/measures.ts";
import {
  eachIn,
  finestUnit,
  nextOf,
  partsOf,
  SHORTEST_DAYS,
  type Unit,
} from "#lib/timeline/time-units.ts";
import type { Tick, TimeSpan } from "#lib/timeline/types.ts";

/** Over each of these stands the coarser one that tells what it leaves out, up to the year. */
const OVER: Partial<Record<Unit, Unit>> = {
  hour: "day",
  quarterDay: "day",
  day: "month",
  week: "month",
  month: "year",
  quarter: "year",
};
const LABEL_GAP = 8;
/** All months of a picture are written out, or none. */
const LONGEST_MONTH = "September";

export type Scale = { left: number; right: number; xOf(time: number): number };

/**
 * The marks of time of a window: as fine as there is room for, none narrower than `minWidth`, and
 * over them those that complete them, so that the year is told wherever one looks.
 */
export function makeTicks(
  window: TimeSpan,
  scale: Scale,
  minWidth: number,
): { ticks: Tick[]; overTicks: Tick[] } {
  const daysPerPixel = (window.to - window.from) / (scale.right - scale.left);
  const unit = finestUnit(minWidth * daysPerPixel);
  const over = OVER[unit];
  return {
    ticks: ticksOf(unit, window, scale, daysPerPixel),
    overTicks: over ? ticksOf(over, window, scale, daysPerPixel, true) : [],
  };
}

function ticksOf(
  unit: Unit,
  window: TimeSpan,
  scale: Scale,
  daysPerPixel: number,
  isOver = false,
): Tick[] {
  const length = SHORTEST_DAYS[unit] / daysPerPixel;
  return [...eachIn(unit, window)].map((time) => {
    const to = nextOf(unit, time);
    // What began before the window is told at its edge.
    const x = Math.max(scale.xOf(time), scale.left);
    const end = Math.min(scale.xOf(to), scale.right);
    const [long, short] = isOver ? overLabels(unit, time) : [labelOf(unit, time, length), ""];
    const label = [long, short].find((each) => fits(each, end - x)) ?? "";
    const isLabelled = label !== "" && (isOver || scale.xOf(time) >= scale.left - 1);
    return { time, to, x: round(x), label: label || long, isLabelled };
  });
}

function fits(label: string, width: number): boolean {
  return label !== "" && widthOf(label, SMALL_FONT_SIZE) + LABEL_GAP <= width;
}

function overLabels(unit: Unit, time: number): [string, string] {
  const { year, month, day } = partsOf(time);
  if (unit === "year") return [String(year), ""];
  if (unit === "month")
    return [`${monthName(month + 1)} ${year}`, `${monthName(month + 1, "short")} ${year}`];
  return [
    `${day} ${monthName(month + 1)} ${year}`,
    `${day} ${monthName(month + 1, "short")} ${year}`,
  ];
}

function labelOf(unit: Unit, time: number, width: number): string {
  const { year, month, day } = partsOf(time);
  switch (unit) {
    case "hour":
    case "quarterDay": {
      const hour = Math.round((time - Math.floor(time)) * 24);
      return `${String(hour).padStart(2, "0")}:00`;
    }
    case "day":
    case "week":
      return `${day} ${monthName(month + 1, "short")}`;
    case "month":
      return monthName(month + 1, fits(LONGEST_MONTH, width) ? "long" : "short");
    case "quarter":
      return monthName(month + 1, "short");
    default:
      return String(year);
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
