import type { Span } from "#lib/text/span.ts";

type Place = { startsAt: number | null; endsAt: number | null };
export type UnusedText = Span & { text: string };

/**
 * The non-blank stretches of an original's text that no field and no recognised furniture was read
 * from, one for each line, in order.
 */
export function listUnusedText(text: string, places: readonly Place[]): UnusedText[] {
  const used = places
    .flatMap(({ startsAt, endsAt }) =>
      startsAt === null || endsAt === null ? [] : [{ start: startsAt, end: endsAt }],
    )
    .sort((a, b) => a.start - b.start);
  const unused: UnusedText[] = [];
  let free = 0;
  for (const { start, end } of [...used, { start: text.length, end: text.length }]) {
    for (const match of text.slice(free, Math.max(free, start)).matchAll(/\S[^\n\r]*/g)) {
      const line = match[0].trimEnd();
      const from = free + match.index;
      unused.push({ start: from, end: from + line.length, text: line });
    }
    free = Math.max(free, end);
  }
  return unused;
}
