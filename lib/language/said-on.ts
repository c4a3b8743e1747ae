/** When words were said: the time that belongs to the verb of saying, not one among the words said. */
import { parseEdtf } from "#lib/dates/edtf.ts";
import type { Span } from "#lib/text/span.ts";
import { spansBetween } from "#lib/text/spans-between.ts";
import { distanceToCue, type FramedWords } from "./attribution-frame.ts";
import { OCCASION } from "./occasions.ts";
import type { TimeExpression } from "./time-expressions.ts";

/** `value` is EDTF, as of the time expression. */
export type SaidOn = { span: Span; value: string };

/** Before a time, these make it the time of something else: "said of 2014", "from Monday". */
const OF_ANOTHER_THING =
  /\b(?:[Oo]f|[Ff]or|[Ff]rom|[Aa]bout|[Tt]o|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Oo]ver|[Bb]etween|[Tt]hrough|than|with|the|a|an|his|her|its|their|and|on the|in the)\s+$/;
const POSSESSIVE = /^['’]s\b/;
const OF_A_SPEECH = /\b(?:[Ii]n|[Aa]t|[Dd]uring)\s+$/;
const MAX_LEAD = 12;
/** In so many characters after "Monday’s" the speech or the meeting is named. */
const MAX_OCCASION = 40;

/**
 * The time expression that says when the words were said ("said on Thursday", "In an interview last
 * week, she said"): of all `times` of the text, in order, one within the sentence or sentences
 * `sentence` and not after `documentDay`, the day of the text, where that is known. Null where none does.
 */
export function findSaidOn(
  text: string,
  sentence: Span,
  words: FramedWords,
  times: readonly TimeExpression[],
  documentDay: string | null,
): SaidOn | null {
  let best: (SaidOn & { distance: number }) | null = null;
  for (const time of spansBetween(times, sentence, (each) => each)) {
    const { start, end, value } = time;
    if (value === null || !isWhenSaid(text, sentence, time, documentDay)) continue;
    const span = { start, end };
    const distance = distanceToCue(text, sentence, words, span);
    if (distance === null || (best && best.distance <= distance)) continue;
    best = { span, value, distance };
  }
  return best && { span: best.span, value: best.value };
}

function isWhenSaid(
  text: string,
  sentence: Span,
  time: TimeExpression,
  documentDay: string | null,
): boolean {
  if (time.start < sentence.start || time.end > sentence.end) return false;
  if (time.type === "DURATION" || time.type === "SET" || !isOfItsOwn(text, time)) return false;
  // What is to come was not said yet.
  const begins = parseEdtf(time.value ?? "")?.start;
  return begins !== undefined && (documentDay === null || begins <= documentDay);
}

function isOfItsOwn(text: string, { start, end }: Span): boolean {
  const lead = text.slice(Math.max(0, start - MAX_LEAD), start);
  if (POSSESSIVE.test(text.slice(end, end + 3))) {
    return OF_A_SPEECH.test(lead) && OCCASION.test(text.slice(end, end + MAX_OCCASION));
  }
  return !OF_ANOTHER_THING.test(lead);
}
