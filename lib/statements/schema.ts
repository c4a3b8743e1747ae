import { z } from "zod";

export const STATEMENT_KINDS = ["direct", "mixed", "indirect"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

const offset = z.int().min(0);
const span = z.strictObject({ start: offset, end: offset });

/**
 * Where each part of a statement stands: spans `[start, end)` in UTF-16 code units of the article's
 * body, in the order of the text.
 */
export const statementPartsSchema = z.strictObject({
  /** What was said; several where the sentence interrupts it. */
  content: z.array(span).min(1),
  /** Quoted strings within it, their quotation marks included. */
  quotes: z.array(span),
  /** What an editor put into the speaker's words: `[Putin]`. */
  insertions: z.array(span),
  cue: span.nullable(),
  source: span.nullable(),
  venue: span.nullable(),
  saidOn: span.nullable(),
});
export type StatementParts = z.infer<typeof statementPartsSchema>;

/** How many of either a table of positions holds. */
export const MAX_POSITION_TOPICS = 12;
export const MAX_POSITION_ACTORS = 8;

/** Longer than what anybody quotes, and short enough for an address. */
export const MAX_QUOTATION_CHARACTERS = 2_000;

/** What given words may be beside archived ones, the closest first (lib/statements/check-words.ts). */
export const WORDS_VERDICTS = ["exact", "shortened", "part", "altered"] as const;
export type WordsVerdict = (typeof WORDS_VERDICTS)[number];

/** What of statements the merge of two topics moved, as its audit entry keeps it for undoing. */
export const topicMoveSchema = z.object({
  /** Statements that had only the merged topic. */
  moved: z.array(z.uuid()),
  /** Those that had both, with what stood at the merged one. */
  shared: z.array(
    z.object({
      statementId: z.uuid(),
      status: z.enum(["suggested", "confirmed", "rejected"]),
      confidence: z.number(),
    }),
  ),
  /** Those where the remaining topic was only suggested and the merged one confirmed. */
  confirmed: z.array(z.uuid()),
});
export type TopicMove = z.infer<typeof topicMoveSchema>;
