/** When something was said, between what people write and EDTF. */
import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";
import { monthRange } from "#lib/dates/calendar-day.ts";
import { parseDateRange, type DayRange } from "#lib/dates/parse-reader-date.ts";

/**
 * The EDTF date that a person's words name: `27 Feb 2025`, `February 2025`, `yesterday`, an EDTF
 * date as it is. Relative words count from `day`, on which the article was published. Null where
 * they cannot be read.
 */
export function readSaidOn(text: string, day: string): string | null {
  if (parseEdtf(text)) return text;
  const range = parseDateRange(text, day);
  return range && toEdtf(range);
}

/** An EDTF date as a form shows it, in words wherever `readSaidOn` reads the same from them. */
export function writeSaidOn(edtf: string): string {
  const words = formatEdtf(edtf);
  const range = parseEdtf(edtf);
  return range && readSaidOn(words, range.start) === edtf ? words : edtf;
}

function toEdtf({ from, to }: DayRange): string {
  if (from === to) return from;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const whole = monthRange(Number(year), Number(month.slice(5)));
  return whole?.start === from && whole.end === to ? month : `${from}/${to}`;
}
