const ARCHIVE_ZONE = "Europe/London";

/** The calendar day (`YYYY-MM-DD`) that it is now in London, where the archive is kept. */
export function today(now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: ARCHIVE_ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
