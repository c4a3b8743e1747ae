/** The sentences that a statement stands in. */
import type { StatementParts } from "#lib/statements/schema.ts";
import { placeOf } from "#lib/statements/words.ts";
import { sentencesAround } from "#lib/text/sentences-around.ts";

export type Passage = { passage: string; passageAt: number };

/** The whole sentences of a statement and of the words that attribute it. */
export function passageOf(body: string, parts: StatementParts): Passage {
  const { start, end } = sentencesAround(body, placeOf(parts), [parts.cue, parts.source]);
  return { passage: body.slice(start, end), passageAt: start };
}
