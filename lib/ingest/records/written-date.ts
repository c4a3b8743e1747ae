/** Dates as machines write them, brought into a form that the date finder reads. */
import { ZONE_OFFSETS } from "#lib/dates/date-words.ts";
import { findDates } from "#lib/dates/find-dates.ts";

/** Where numbers of seconds end and of milliseconds begin: the year 2286, and April 1970. */
const MAX_EPOCH_SECONDS = 9_999_999_999;
const MIN_EPOCH_SECONDS = 100_000_000;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const RFC_822 =
  /(?:^|[\s,])(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{2,4})(?:[\s,]+(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}))?(?:\.\d+)?\s*(?<pm>[ap]m)?\s*(?<zone>[+-]\d{1,2}:?\d{2}|[a-z]{1,5})?)?/i;
const ASCTIME =
  /^[a-z]{3,9},?\s+(?<month>[a-z]{3})[a-z]*\s+(?<day>\d{1,2}),?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s+(?:(?<zone>[+-]\d{2}:?\d{2}|[a-z]{1,5})\s+)?(?<year>\d{4})/i;
const ISO =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[t\s]+(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>z|[+-]\d{2}:?(?:\d{2})?|[a-z]{2,4})?)?/i;
const ORDINAL = /^(?<year>\d{4})-?(?<dayOfYear>\d{3})(?!\d)/;

/**
 * A date as a feed, a table or a JSON file gives it, for the date finder: itself where that reads it
 * already, else in ISO form, in the zone it was written in. Numbers are seconds or milliseconds since
 * 1970, given in UTC. Null where there is no date in it.
 */
export function toWrittenDate(value: string | number): string | null {
  if (typeof value === "number") return epochDate(value);
  const text = value.trim().slice(0, 200);
  if (/^\d{9,13}$/.test(text)) return epochDate(Number(text)) ?? text;
  const iso = toIsoDate(text);
  if (iso) return iso;
  return findDates(text)[0]?.day ? text : null;
}

/** `2025-02-27T10:15:00Z` of the forms that feeds write: RFC 822, W3C-DTF, asctime; null of others. */
export function toIsoDate(text: string): string | null {
  const groups = (ISO.exec(text) ?? ASCTIME.exec(text) ?? RFC_822.exec(text))?.groups;
  if (groups) return fromGroups(groups);
  const ordinal = ORDINAL.exec(text)?.groups;
  if (!ordinal) return null;
  const date = new Date(Date.UTC(Number(ordinal.year), 0, Number(ordinal.dayOfYear)));
  return date.toISOString().slice(0, 10);
}

function fromGroups(groups: Record<string, string | undefined>): string | null {
  const { year = "", month = "", day = "", hour, minute = "0" } = groups;
  const monthNumber = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const fullYear = year.length > 2 ? year : `${Number(year) > 68 ? 19 : 20}${year}`;
  const date = `${fullYear}-${pad(monthNumber)}-${pad(day)}`;
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return null;
  const hasTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return hasTime ? `${date}T${clockOf(groups)}${offsetOf(groups.zone)}` : date;
}

function clockOf({ hour, minute = "0", second = "0", pm }: Record<string, string | undefined>) {
  const hours = pm ? (Number(hour) % 12) + (/p/i.test(pm) ? 12 : 0) : Number(hour);
  // A leap second is the last second of its minute to everything that computes.
  return `${pad(hours)}:${pad(minute)}:${pad(Math.min(59, Number(second)))}`;
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (!/^[+-]/.test(zone)) return ZONE_OFFSETS.get(zone.toUpperCase()) ?? "";
  const digits = zone.replace(/\D/g, "");
  const [hours, minutes] =
    digits.length < 3 ? [digits, "00"] : [digits.slice(0, -2), digits.slice(-2)];
  return `${zone[0]}${pad(hours)}:${minutes}`;
}

function pad(value: string | number): string {
  return String(Number(value)).padStart(2, "0");
}

function epochDate(value: number): string | null {
  if (!Number.isFinite(value) || value < MIN_EPOCH_SECONDS) return null;
  const date = new Date(value > MAX_EPOCH_SECONDS ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 19) + "Z";
}
