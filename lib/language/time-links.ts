/** Whether two time phrases are of one time, by the words that stand between them. */
import type { TimePhrase } from "./time-phrase.ts";
import type { TimeTokens } from "./time-tokens.ts";

/** "Today is the eighth day", "Friday, the third day", "the year-ago quarter ended 31 October". */
const LINK = /^[,–—-]?$|^(?:is|was|marks|marked)$|^(?:(?:which|that) )?(?:ended|ending)(?: on)?$/;
/** More words than these are no link. */
const MOST_BETWEEN = 3;

/** True where the second of two phrases, next to each other, tells more of what the first names. */
export function areLinked(tokens: TimeTokens, first: TimePhrase, second: TimePhrase): boolean {
  const { lower, starts, ends } = tokens;
  const [from, to] = [first.last + 1, second.first];
  if (to - from > MOST_BETWEEN) return false;
  const words = Array.from({ length: to - from }, (_, i) =>
    lower.slice(starts[from + i], ends[from + i]),
  );
  return LINK.test(words.join(" "));
}
