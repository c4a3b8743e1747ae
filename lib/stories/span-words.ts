import { formatDay } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";

/** The time that a story covers: `28 February to 2 March 2025`; "" while it has no event. */
export function spanInWords({ from, to }: { from: string | null; to: string | null }): string {
  if (!from || !to) return "";
  return from === to ? formatDay(from) : formatEdtf(`${from}/${to}`);
}
