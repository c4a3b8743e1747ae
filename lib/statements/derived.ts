import { parseEdtf } from "#lib/dates/edtf.ts";
import { passageOf } from "#lib/statements/passage.ts";
import type { StatementFields } from "#lib/statements/types.ts";
import { groupIdOf, wordKeys } from "#lib/statements/word-keys.ts";
import { placeOf, wordsOfStatement } from "#lib/statements/words.ts";

export type Derived = {
  startsAt: number;
  endsAt: number;
  words: string;
  passage: string;
  passageAt: number;
  /** `YYYY-MM-DD`: the first day of when it was said, or else that of publication. */
  day: string | null;
  keys: number[];
  /** Null where it is too short to be the same as another: a group of its own. */
  groupId: string | null;
};

/** What follows from a statement and the text that it stands in; null where it has no words there. */
export function deriveStatement(
  body: string,
  publishedOn: string | null,
  { parts, saidOn }: Pick<StatementFields, "parts" | "saidOn">,
): Derived | null {
  const { start, end } = placeOf(parts);
  const words = wordsOfStatement(body, parts);
  if (words === "" || end > body.length) return null;
  return {
    startsAt: start,
    endsAt: end,
    words,
    ...passageOf(body, parts),
    day: (saidOn && parseEdtf(saidOn)?.start) || publishedOn,
    keys: wordKeys(words),
    groupId: groupIdOf(words),
  };
}
