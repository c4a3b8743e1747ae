/** The sentences that a statement stands in. */
import { placeOf } from "#lib/statements/words.ts";
import type { StatementParts } from "#lib/statements/schema.ts";
import { endsLikeSentence, sentencesOf } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";

/** No more than this is shown before a statement, nor after it: some texts have no full stops. */
const MAX_CHARACTERS_BESIDE = 600;
const PARAGRAPH_BREAK = "\n\n";

export type Passage = { passage: string; passageAt: number };

/** The whole sentences, within their paragraphs, of a statement and of the words that attribute it. */
export function passageOf(body: string, parts: StatementParts): Passage {
  const { start, end } = attributedPlace(parts);
  const from = sentenceStart(body, start);
  return { passage: body.slice(from, sentenceEnd(body, end)), passageAt: from };
}

/** Of the statement with its cue and source, as far as they stand near it. */
function attributedPlace(parts: StatementParts): Span {
  const said = placeOf(parts);
  let { start, end } = said;
  for (const beside of [parts.cue, parts.source]) {
    if (!beside) continue;
    if (said.start - beside.start <= MAX_CHARACTERS_BESIDE) start = Math.min(start, beside.start);
    if (beside.end - said.end <= MAX_CHARACTERS_BESIDE) end = Math.max(end, beside.end);
  }
  return { start, end };
}

function sentenceStart(body: string, at: number): number {
  const farthest = Math.max(0, at - MAX_CHARACTERS_BESIDE);
  const before = body.slice(farthest, at);
  const opening = before.lastIndexOf(PARAGRAPH_BREAK);
  const from = opening < 0 ? farthest : farthest + opening + PARAGRAPH_BREAK.length;
  // With the first character of the statement: whether a stop ends a sentence shows after it.
  const sentences = sentencesOf(body.slice(from, at + 1));
  const start = from + (sentences.at(-1)?.start ?? 0);
  const isCut = opening < 0 && farthest > 0 && start === from;
  return isCut ? nextWord(body, start, at) : start;
}

function sentenceEnd(body: string, at: number): number {
  const ahead = body.slice(at, at + MAX_CHARACTERS_BESIDE);
  // The statement's own last characters may hold the stop that ends the sentence.
  if (/^(?:\s|$)/.test(ahead) && endsLikeSentence(body.slice(Math.max(0, at - 8), at))) return at;
  const closing = ahead.indexOf(PARAGRAPH_BREAK);
  const rest = closing < 0 ? ahead : ahead.slice(0, closing);
  const length = sentencesOf(rest)[0]?.end ?? 0;
  const isCut = length === MAX_CHARACTERS_BESIDE && at + length < body.length;
  return at + (isCut ? Math.max(0, ahead.lastIndexOf(" ")) : length);
}

/** Where a word begins, at `from` or after it. */
function nextWord(body: string, from: number, limit: number): number {
  const space = body.indexOf(" ", from);
  return space < 0 || space >= limit ? limit : space + 1;
}
