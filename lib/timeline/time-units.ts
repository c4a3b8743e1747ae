/** The calendar as stretches of days since 1 January 1970, in UTC, as all days of the archive are. */

const MS_PER_DAY = 86_400_000;

export const UNITS = [
  "hour",
  "quarterDay",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "lustrum",
  "decade",
  "halfCentury",
  "century",
] as const;
export type Unit = (typeof UNITS)[number];

/** The fewest days that one has. */
export const SHORTEST_DAYS: Record<Unit, number> = {
  hour: 1 / 24,
  quarterDay: 1 / 4,
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  year: 365,
  lustrum: 1_826,
  decade: 3_652,
  halfCentury: 18_262,
  century: 36_524,
};

const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3 };
const YEARS: Partial<Record<Unit, number>> = {
  year: 1,
  lustrum: 5,
  decade: 10,
  halfCentury: 50,
  century: 100,
};
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const FIRST_MONDAY = -3;

/** A calendar day as a time. */
export function toTime(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

/** The calendar day of a time. */
export function dayOf(time: number): string {
  return new Date(Math.floor(time) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month (0 to 11) and day of the month of a time. */
export function partsOf(time: number): { year: number; month: number; day: number } {
  const date = new Date(Math.floor(time) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** The beginning of the unit that a time lies in. */
export function floorTo(unit: Unit, time: number): number {
  return stepFrom(unit, time, 0);
}

/** The beginning of the next unit. */
export function nextOf(unit: Unit, time: number): number {
  return stepFrom(unit, time, 1);
}

/** The beginnings of all units that reach into a span. */
export function* eachIn(unit: Unit, { from, to }: { from: number; to: number }): Generator<number> {
  for (let time = floorTo(unit, from); time < to; time = nextOf(unit, time)) yield time;
}

/** The finest unit of these of which each has at least so many days; the coarsest where none has. */
export function finestUnit(leastDays: number, units: readonly Unit[] = UNITS): Unit {
  return units.find((unit) => SHORTEST_DAYS[unit] >= leastDays) ?? (units.at(-1) as Unit);
}

function stepFrom(unit: Unit, time: number, steps: number): number {
  const months = MONTHS[unit];
  const years = YEARS[unit];
  if (months) {
    const { year, month } = partsOf(time);
    return dayNumber(year, (Math.floor(month / months) + steps) * months);
  }
  if (years) return dayNumber((Math.floor(partsOf(time).year / years) + steps) * years, 0);
  if (unit === "week") return (Math.floor((time - FIRST_MONDAY) / 7) + steps) * 7 + FIRST_MONDAY;
  const perDay = Math.round(1 / SHORTEST_DAYS[unit]);
  // A time is a sum of fractions: what is a hair before the hour is the hour.
  return (Math.floor(time * perDay + 1e-6) + steps) / perDay;
}

function dayNumber(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / MS_PER_DAY;
}
