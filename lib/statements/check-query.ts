import { MAX_QUOTATION_CHARACTERS } from "#lib/statements/schema.ts";
import { inFigures } from "#lib/text/counted.ts";

export type CheckQuery = {
  /** As it was pasted, cut to what is looked up; empty: nothing is asked. */
  text: string;
  /** What could not be used, in sentences for the reader. */
  problems: string[];
};

/** The quotation that an address asks about. Never throws. */
export function parseCheckQuery(given: string | string[] | undefined): CheckQuery {
  const first = Array.isArray(given) ? given[0] : given;
  // PostgreSQL holds no NUL and no half of a surrogate pair.
  const text = (first ?? "").replaceAll("\0", " ").replace(/\r\n?/g, "\n").toWellFormed().trim();
  if (text.length <= MAX_QUOTATION_CHARACTERS) return { text, problems: noWords(text) };
  return {
    text: text.slice(0, MAX_QUOTATION_CHARACTERS).toWellFormed(),
    problems: [
      `Only its first ${inFigures(MAX_QUOTATION_CHARACTERS)} characters are looked up. A long text is better checked quotation by quotation.`,
    ],
  };
}

function noWords(text: string): string[] {
  return text === "" || /[\p{L}\p{N}]/u.test(text) ? [] : ["There is no word in it to look up."];
}
