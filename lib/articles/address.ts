import { toDay } from "#lib/dates/calendar-day.ts";

/** The permanent address of an article within the site: `/2025/02/27/slug`. */
export function articlePath(publishedOn: string, slug: string): string {
  return `/${publishedOn.replaceAll("-", "/")}/${slug}`;
}

/** The calendar day of the address parts `2025`, `02`, `27`; null where no such day exists. */
export function dayOfAddress(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{2}$/.test(month) || !/^\d{2}$/.test(day)) return null;
  return toDay({ year: Number(year), month: Number(month), day: Number(day) });
}
