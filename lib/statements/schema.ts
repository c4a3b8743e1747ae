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
