import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";

/** True for a day, or for days from one to another, about which there is no doubt. */
export function isExactDate(date: string): boolean {
  const points = date.split("/").map(parseEdtf);
  return points.every((point) => point?.precision === "day" && !point.approximate);
}

/** What a reader of a calendar is told of a date that is a month, a year or about some time. */
export function inexactInWords(date: string): string | null {
  if (isExactDate(date)) return null;
  return `When: ${formatEdtf(date)}. No exact day is known: this entry covers all that the date may mean.`;
}
