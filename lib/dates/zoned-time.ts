/**
 * Times of day as outlets print them, `HH:MM` on the clocks of their own zone, to and from instants.
 */

const MS_PER_MINUTE = 60_000;

/** True for `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** True for a name that the IANA time zone database has, such as `Europe/Kyiv`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** Day and time of an instant on the clocks of a zone. */
export function toZonedTime(instant: Date, timeZone: string): { day: string; time: string } {
  const local = new Date(instant.getTime() + offsetMs(instant, timeZone)).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

/**
 * The instant at which the clocks of a zone showed a day and time. Where they showed it twice
 * (summer time ends), the first; where never (it begins), as if they had not yet been put on.
 */
export function toInstant(day: string, time: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  // The offsets a day before and after are those on both sides of any change of clocks.
  const around = [-1, 1].map((side) =>
    offsetMs(new Date(asIfUtc + side * 24 * 60 * MS_PER_MINUTE), timeZone),
  );
  const candidates = around.map((offset) => new Date(asIfUtc - offset));
  const exact = candidates.filter((candidate) => {
    const local = toZonedTime(candidate, timeZone);
    return local.day === day && local.time === time;
  });
  if (exact.length > 0) return new Date(Math.min(...exact.map(Number)));
  return new Date(Math.max(...candidates.map(Number)));
}

/** How far the clocks of a zone are ahead of UTC at an instant. */
function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
  );
  return local - Math.floor(instant.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE;
}
