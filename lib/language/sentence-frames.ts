/** Joins what the signs of a sentence part wrongly: a quotation and the words that say whose it is. */
import type { Token } from "./tokens.ts";

const SPEECH = new Set(
  "said says say asked asks told tells added adds wrote writes tweeted shouted yelled cried replied responded exclaimed declared recalled joked quipped insisted demanded wondered continued explained chanted screamed posted read reads argued warned noted repeated agreed pressed interjected concluded chimed retorted began mused offered".split(
    " ",
  ),
);
const MAX_REACH = 12;

/**
 * Renumbers the frames where a quotation that ends with "!" or "?" is followed by its cue: "“Ready?”
 * Ada Brook asked." is one sentence of the writer, though a capital letter follows the mark.
 */
export function joinCuesToQuotations(tokens: readonly Token[]): void {
  let joined = 0;
  let previousFrame = tokens[0]?.frame ?? 0;
  let i = 0;
  for (const token of tokens) {
    const { frame } = token;
    if (frame !== previousFrame && endsAsking(tokens, i) && isCueAhead(tokens, i)) joined++;
    previousFrame = frame;
    token.frame = frame - joined;
    i++;
  }
}

/** True right after a quotation that closes with a mark of question or exclamation. */
function endsAsking(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i - 1];
  const stop = tokens[i - 2];
  if (!mark || !stop || mark.quote < 0 || mark.word.class !== "Q") return false;
  return /^[!?]$/.test(stop.word.text) && mark.paragraph === tokens[i]?.paragraph;
}

function isCueAhead(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  for (let i = from; i < from + MAX_REACH; i++) {
    const token = tokens[i];
    if (!token || token.frame !== first?.frame || token.quote >= 0) return false;
    if (SPEECH.has(token.word.lower)) return true;
  }
  return false;
}
