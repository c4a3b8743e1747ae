import type { StatementParts } from "#lib/statements/schema.ts";
import type { Span } from "#lib/text/span.ts";

/** What a stretch of a passage is to its statement. */
export const PASSAGE_ROLES = ["words", "insertion", "source", "cue", "venue", "saidOn"] as const;
export type PassageRole = (typeof PASSAGE_ROLES)[number];
export type PassagePiece = { text: string; role: PassageRole | null };

type RoleSpan = Span & { role: PassageRole };

/**
 * A stretch of the body, beginning at `startsAt`, in pieces that together are the stretch, each with
 * what it is to the statement. Where parts overlap, the smaller one stands out of the larger.
 */
export function markPassage(text: string, startsAt: number, parts: StatementParts): PassagePiece[] {
  const spans = listSpans(parts)
    .map((span) => within(span, startsAt, text.length))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const edges = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: PassagePiece[] = [];
  for (const [i, end] of cuts.entries()) {
    const start = cuts[i - 1] ?? 0;
    if (start === end) continue;
    const role = spans.find((span) => span.start <= start && end <= span.end)?.role ?? null;
    const last = pieces.at(-1);
    if (last?.role === role) last.text += text.slice(start, end);
    else pieces.push({ text: text.slice(start, end), role });
  }
  return pieces;
}

/** The parts in the order in which, of two of one size, the first is shown. */
function listSpans(parts: StatementParts): RoleSpan[] {
  const one = (span: Span | null, role: PassageRole) => (span ? [{ ...span, role }] : []);
  return [
    ...parts.insertions.map((span) => ({ ...span, role: "insertion" as const })),
    ...one(parts.venue, "venue"),
    ...one(parts.saidOn, "saidOn"),
    ...one(parts.source, "source"),
    ...one(parts.cue, "cue"),
    ...parts.content.map((span) => ({ ...span, role: "words" as const })),
  ];
}

function within({ start, end, role }: RoleSpan, startsAt: number, length: number): RoleSpan {
  const clamp = (at: number) => Math.min(Math.max(at - startsAt, 0), length);
  return { start: clamp(start), end: clamp(end), role };
}
