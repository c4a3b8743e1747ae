import type { Span } from "#lib/text/span.ts";
import type { StatementParts } from "#lib/statements/schema.ts";
import type { PassagePart } from "#lib/statements/types-ledger.ts";

type Placed = {
  passage: string;
  passageAt: number;
  parts: Pick<StatementParts, "content" | "insertions">;
};

/**
 * A passage in stretches: the speaker's words, what an editor put into them, and what is around.
 * Put together again they are the passage; spans that lie outside of it are left out.
 */
export function passageParts({ passage, passageAt, parts }: Placed): PassagePart[] {
  const found: PassagePart[] = [];
  let at = 0;
  const add = (end: number, role: PassagePart["role"]) => {
    if (end > at) found.push({ text: passage.slice(at, end), role });
    at = Math.max(at, end);
  };
  const within = (span: Span) => shifted(span, passageAt, passage.length);
  const insertions = parts.insertions.map(within).sort(byStart);
  for (const { start, end } of parts.content.map(within).sort(byStart)) {
    add(start, null);
    for (const insertion of insertions) {
      if (insertion.start < start || insertion.end > end) continue;
      add(insertion.start, "words");
      add(insertion.end, "insertion");
    }
    add(end, "words");
  }
  add(passage.length, null);
  return found;
}

function shifted({ start, end }: Span, by: number, length: number): Span {
  const clamp = (at: number) => Math.min(Math.max(at - by, 0), length);
  return { start: clamp(start), end: clamp(end) };
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}
