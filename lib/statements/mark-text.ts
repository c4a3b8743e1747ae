import type { TextPiece } from "#lib/statements/types-review.ts";
import type { Judged } from "#lib/statements/types.ts";
import type { Span } from "#lib/text/span.ts";

type Placed = { id: string; status: Judged; content: readonly Span[] };

/**
 * A text in pieces that together are the text, each with the statement whose words it is. Where two
 * share words, the one that begins first has them.
 */
export function markText(text: string, statements: readonly Placed[]): TextPiece[] {
  const spans = statements
    .flatMap(({ id, status, content }) => content.map((span) => ({ ...span, id, status })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: TextPiece[] = [];
  let at = 0;
  const add = (end: number, statement: TextPiece["statement"]) => {
    if (end > at) pieces.push({ text: text.slice(at, end), statement });
    at = Math.max(at, end);
  };
  for (const { start, end, id, status } of spans) {
    add(Math.min(start, text.length), null);
    add(Math.min(end, text.length), { id, status });
  }
  add(text.length, null);
  return pieces;
}
