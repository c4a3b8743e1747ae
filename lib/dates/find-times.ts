import type { Span } from "#lib/text/span.ts";
import { ZONE_OFFSETS } from "./date-words.ts";

export type TimeMention = {
  span: Span;
  /** `HH:MM` or `HH:MM:SS`, 24 hours. */
  time: string;
  /** An ISO 8601 offset (`Z`, `+01:00`), or null where none, or an unclear one such as `ET`, is named. */
  offset: string | null;
};

/** Zones that are known to be zones, but whose offset depends on the day or the country. */
const UNCLEAR_ZONE = /^(?:ET|CT|PT|IST)$/;
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
  const { hour, minute, second, half, zone } = match.groups ?? {};
  const time = toClock(hour, minute, second, half);
  if (time === null) return null;
  const offset = zone === undefined ? null : toOffset(zone);
  const isZone = offset !== null || UNCLEAR_ZONE.test(zone ?? "");
  const zoneStart = match.indices?.groups?.zone?.[0];
  const length = isZone || zoneStart === undefined ? match[0].length : zoneStart - match.index;
  const end = match.index + match[0].slice(0, length).trimEnd().length;
  return { span: { start: match.index, end }, time, offset };
}

/** `HH:MM` or `HH:MM:SS`, or null where the figures are no time of day. */
function toClock(hour = "", minute?: string, second?: string, half?: string): string | null {
  if (minute === undefined && half === undefined) return null;
  const figures = [hour, minute ?? "0", ...(second === undefined ? [] : [second])].map(Number);
  if (Number(hour) > (half ? 12 : 23) || figures.slice(1).some((figure) => figure > 59))
    return null;
  if (half) figures[0] = (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  return figures.map((figure) => String(figure).padStart(2, "0")).join(":");
}

function toOffset(zone: string): string | null {
  const numeric = /^([+-]\d{2}):?(\d{2})$/.exec(zone);
  if (numeric) return `${numeric[1]}:${numeric[2]}`;
  return ZONE_OFFSETS.get(zone.toUpperCase()) ?? null;
}
