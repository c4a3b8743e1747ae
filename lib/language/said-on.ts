/** When words were said: the time that belongs to the verb of saying, not one among the words said. */
import type { Span } from "#lib/text/span.ts";
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
 * week, she said"), of `times` (in order) within the sentence or sentences `sentence`; null where none does.
 */
export function findSaidOn(
  text: string,
  sentence: Span,
  words: FramedWords,
  times: readonly TimeExpression[],
): SaidOn | null {
  let best: (SaidOn & { distance: number }) | null = null;
  for (let i = firstFrom(times, sentence.start); i < times.length; i++) {
    const { start, end, type, value } = times[i] as TimeExpression;
    if (end > sentence.end) break;
    if (value === null || type === "DURATION" || type === "SET") continue;
    const span = { start, end };
    if (!isOfItsOwn(text, span)) continue;
    const distance = distanceToCue(text, sentence, words, span);
    if (distance === null || (best && best.distance <= distance)) continue;
    best = { span, value, distance };
  }
  return best && { span: best.span, value: best.value };
}

/** The index of the first time that begins at `start` or after it: of a long text few are looked at. */
function firstFrom(times: readonly TimeExpression[], start: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isOfItsOwn(text: string, { start, end }: Span): boolean {
  const lead = text.slice(Math.max(0, start - MAX_LEAD), start);
  if (POSSESSIVE.test(text.slice(end, end + 3))) {
    return OF_A_SPEECH.test(lead) && OCCASION.test(text.slice(end, end + MAX_OCCASION));
  }
  return !OF_ANOTHER_THING.test(lead);
}
