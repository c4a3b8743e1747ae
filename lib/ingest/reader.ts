import { AppError } from "#lib/errors.ts";
import { inFigures } from "#lib/text/counted.ts";
import type { RawArticle } from "./types.ts";

/** What came with the bytes: believed only where their content says nothing. */
export type OriginalHint = {
  mediaType?: string;
  fileName?: string;
  charset?: string;
  /** The address they were fetched from. */
  url?: string;
  /** The day on which they were fetched from there, `YYYY-MM-DD`, as a web archive says it. */
  capturedOn?: string;
};

/**
 * Reads the bytes of one format. Throws `AppError` from `unreadable` where there is nothing to be
 * had; what is merely doubtful is read, and a warning says so. Bounded in time and memory for any
 * bytes, and never reaches the network.
 */
export type Reader = (bytes: Uint8Array, hint: OriginalHint) => RawArticle | Promise<RawArticle>;

/** Why a file of a known format cannot be read, in a sentence, and what to do, in another. */
export function unreadable(why: string, advice: string): AppError {
  return new AppError("invalid_input", `${why} Nothing was stored. ${advice}`);
}

/** The longest articles have some thousands; what has more is made to take memory. */
export const MAX_LINES = 200_000;

/** Said of a text of more than `MAX_LINES` lines or paragraphs. */
export function tooManyLines(): AppError {
  return unreadable(
    `The text has more than ${inFigures(MAX_LINES)} lines, which no article has.`,
    "Please send the article's text only.",
  );
}
