import { wordStretches } from "#lib/text/lines.ts";
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
    const gap = text.slice(free, Math.max(free, start));
    for (const line of wordStretches(gap)) {
      const span = { start: free + line.start, end: free + line.end };
      unused.push({ ...span, text: gap.slice(line.start, line.end) });
    }
    free = Math.max(free, end);
  }
  return unused;
}
