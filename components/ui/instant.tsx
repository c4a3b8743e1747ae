const FORMAT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

/** A moment in London time, `27 Feb 2025, 14:05`; `never` stands where there was none. */
export function Instant({ at, never = "never" }: { at: Date | null; never?: string }) {
  if (!at) return never;
  return <time dateTime={at.toISOString()}>{FORMAT.format(at)}</time>;
}
