export const STRIP = { width: 200, height: 14 } as const;
const MS_PER_DAY = 86_400_000;

/** A span of days on which strips of several rows stand under each other. */
export type StripSpan = { first: string; last: string };

/** The years from the first to the last of these days, whole; null where there is none. */
export function stripSpan(days: readonly string[]): StripSpan | null {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last
    ? { first: `${first.slice(0, 4)}-01-01`, last: `${last.slice(0, 4)}-12-31` }
    : null;
}

/** A stroke for each day, as the path of a strip; the same day is one stroke. */
export function stripPath(days: readonly string[], { first, last }: StripSpan): string {
  const whole = Math.max(1, (Date.parse(last) - Date.parse(first)) / MS_PER_DAY);
  const at = (day: string) =>
    Math.round((10 * STRIP.width * (Date.parse(day) - Date.parse(first))) / MS_PER_DAY / whole) /
    10;
  return [...new Set(days.map(at))].map((x) => `M${x} 1v${STRIP.height - 2}`).join("");
}
