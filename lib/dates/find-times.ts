import type { Span } from "#lib/text/span.ts";
import { ZONE_OFFSETS } from "./date-words.ts";

export type TimeMention = {
  span: Span;
  /** `HH:MM` or `HH:MM:SS`, 24 hours. */
  time: string;
  /** An ISO 8601 offset (`Z`, `+01:00`), or null where none, or an unclear one such as `ET`, is named. */
  offset: string | null;
};

const TIME_PATTERN =
  /(?<![\d.:/\-])(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,6})?)?)?(?:\s{0,2}(?<half>[ap]\.?m\.?))?(?:\s{0,2}(?<zone>Z|[A-Z]{2,4}(?![A-Za-z])|[+-]\d{2}:?\d{2}(?!\d)))?(?!\d|[.:/]\d)/dgi;

/**
 * Times of day with their places: `10:15`, `6.30pm`, `18.45 GMT`, `T10:15:00+02:00`. A bare hour
 * counts only with am or pm.
 */
export function findTimes(text: string): TimeMention[] {
  return [...text.matchAll(TIME_PATTERN)].flatMap((match) => {
    const mention = toTime(match);
    return mention ? [mention] : [];
  });
}

function toTime(match: RegExpExecArray): TimeMention | null {
  const { hour = "", minute, second, half, zone } = match.groups ?? {};
  if (minute === undefined && half === undefined) return null;
  const clock = (Number(hour) % (half ? 12 : 24)) + (half && /^p/i.test(half) ? 12 : 0);
  if (Number(hour) > (half ? 12 : 23) || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59)
    return null;
  const offset = zone === undefined ? null : toOffset(zone);
  const known = zone === undefined || offset !== null || /^(?:ET|CT|PT|IST)$/.test(zone);
  const zoneStart = match.indices?.groups?.zone?.[0];
  const whole = match.index + match[0].length;
  const end = known || zoneStart === undefined ? whole : zoneStart;
  const length = match[0].slice(0, end - match.index).trimEnd().length;
  const parts = [clock, Number(minute ?? 0), ...(second === undefined ? [] : [Number(second)])];
  return {
    span: { start: match.index, end: match.index + length },
    time: parts.map((part) => String(part).padStart(2, "0")).join(":"),
    offset,
  };
}

function toOffset(zone: string): string | null {
  const numeric = /^([+-]\d{2}):?(\d{2})$/.exec(zone);
  if (numeric) return `${numeric[1]}:${numeric[2]}`;
  return ZONE_OFFSETS.get(zone.toUpperCase()) ?? null;
}
