import { addDays } from "#lib/dates/calendar-day.ts";

/** An interval longer than this says when something went on, not what happened on a day. */
export const LONGEST_DATED_DAYS = 31;
/** An EDTF date that begins with a whole day; the same in JavaScript and in PostgreSQL. */
export const WHOLE_DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}";

type Dated = { date: string; startsOn: string; endsOn: string };

/** True where a date is exact enough to count on each day that it covers. */
export function isDatedToTheDay({ date, startsOn, endsOn }: Dated): boolean {
  return (
    new RegExp(WHOLE_DAY_PATTERN).test(date) && endsOn <= addDays(startsOn, LONGEST_DATED_DAYS)
  );
}
