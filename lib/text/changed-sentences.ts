/** Changes of a paragraph as the sentences that they stand in. */
import { sentencesOf } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";
import type { WordChange } from "#lib/text/word-changes.ts";

/** The sentences of both versions that belong together, and what changed between them. */
export type ChangedSentences = { before: Span; after: Span; changes: WordChange[] };

/**
 * The changes grouped by the sentences that hold them; of a sentence that was put in or taken out
 * whole, the other side is empty.
 */
export function changedSentences(
  before: string,
  after: string,
  changes: readonly WordChange[],
): ChangedSentences[] {
  const sentences = { before: sentencesOf(before), after: sentencesOf(after) };
  const groups: ChangedSentences[] = [];
  for (const change of changes) {
    const group = {
      before: spanOfSentences(change.before, sentences.before, {
        isWholeBeside: isWhole(change.after, after, sentences.after),
      }),
      after: spanOfSentences(change.after, sentences.after, {
        isWholeBeside: isWhole(change.before, before, sentences.before),
      }),
      changes: [change],
    };
    const last = groups.at(-1);
    if (last && (overlaps(last.before, group.before) || overlaps(last.after, group.after))) {
      last.before = union(last.before, group.before);
      last.after = union(last.after, group.after);
      last.changes.push(change);
    } else groups.push(group);
  }
  return groups;
}

/** True where a stretch is nothing but whole sentences. */
function isWhole(span: Span, paragraph: string, sentences: readonly Span[]): boolean {
  const { start, end } = trimmed(span, paragraph);
  if (start === end) return false;
  return (
    sentences.some((each) => each.start === start) && sentences.some((each) => each.end === end)
  );
}

function trimmed({ start, end }: Span, paragraph: string): Span {
  const text = paragraph.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return lead === text.length
    ? { start, end: start }
    : { start: start + lead, end: start + text.trimEnd().length };
}

function spanOfSentences(
  { start, end }: Span,
  sentences: readonly Span[],
  { isWholeBeside }: { isWholeBeside: boolean },
): Span {
  if (start === end && isWholeBeside) return { start, end };
  const held = sentences.filter((each) =>
    start === end ? each.start <= start && each.end >= end : each.start < end && each.end > start,
  );
  const first = start === end ? held.slice(0, 1) : held;
  return first.reduce(union, first[0] ?? { start, end });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function union(a: Span, b: Span): Span {
  if (a.start === a.end) return b;
  if (b.start === b.end) return a;
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
