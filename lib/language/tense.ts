/** Whether the words around a time expression look back or ahead: "met on Friday", "will meet on Friday". */
import { wordAt, type TimeTokens } from "./time-tokens.ts";
import { characterOf, OTHER } from "./time-words.ts";

export type Direction = "past" | "future" | null;

const AHEAD = setOf(
  "will shall would could should might may must cannot going due scheduled slated expected planned ahead upcoming deadline until till expire expires effective payable redeemable begins begin starts opens meets meet leaves arrives takes awaits poised mature matures",
);
const BACK = setOf(
  "was were had did said told met left came went began won lost fell rose took held made gave sent saw got ran shot hit cut spoke wrote found led drew flew brought kept thought felt became broke chose drove grew knew paid sold bought stood swore tore threw understood withdrew since",
);
/** What makes an infinitive look ahead: "agreed to meet on Friday". */
const BEFORE_INFINITIVE = setOf(
  "is are be plans plan planned planning hopes hope hoping intends intend expects set ready agreed wants want promised ordered asked invited decided pledged threatened vowed preparing prepared likely offered urged required",
);
/** "Begun as planned on Friday" tells nothing of whether Friday has been. */
const AFTER_AS = /^(?:planned|scheduled|expected)$/;
/** Ends in -ed, and is no past tense. */
const NO_VERB = setOf("hundred united unprecedented");
/** Most words of time expressions are no verbs, nor is the month of May. */
const MAY_POINT = new Set([OTHER, ...["join", "since", "ahead"].map(characterOf)]);
const MAX_TOKENS_BEFORE = 30;
const MAX_TOKENS_AFTER = 10;

/**
 * Where the nearest verb before the tokens `first` to `last` points, in their sentence, or if there
 * is none the nearest after them. Null when neither tells.
 */
export function directionAround(tokens: TimeTokens, first: number, last: number): Direction {
  for (let i = first - 1; i >= Math.max(0, first - MAX_TOKENS_BEFORE); i--) {
    if (endsSentence(tokens, i)) break;
    const direction = directionOf(tokens, i);
    if (direction) return direction;
  }
  const end = Math.min(tokens.starts.length, last + 1 + MAX_TOKENS_AFTER);
  for (let i = last + 1; i < end; i++) {
    if (endsSentence(tokens, i)) break;
    const direction = directionOf(tokens, i);
    if (direction) return direction;
  }
  return null;
}

/** True where a token is the mark or the gap after which another sentence begins. */
export function endsSentence(tokens: TimeTokens, index: number): boolean {
  const { lower, starts, ends } = tokens;
  const start = starts[index] ?? 0;
  const mark = lower.charAt(start);
  if (mark === "\n" || mark === "!" || mark === "?" || mark === ";") return true;
  if (mark !== ".") return false;
  // A full stop after one or two letters ends an abbreviation as a rule: "U.S.", "Mr."
  const isAfterWord = start - (starts[index - 1] ?? 0) > 3 || /\d/.test(lower.charAt(start - 1));
  return isAfterWord && (starts[index + 1] ?? Infinity) > (ends[index] ?? 0);
}

function directionOf(tokens: TimeTokens, index: number): Direction {
  if (!MAY_POINT.has(tokens.classes.charAt(index))) return null;
  const word = wordAt(tokens, index);
  if (word === "to") {
    const looksAhead =
      BEFORE_INFINITIVE.has(wordAt(tokens, index - 1)) || wordAt(tokens, index + 1) === "be";
    return looksAhead ? "future" : null;
  }
  if (AFTER_AS.test(word) && [1, 2].some((back) => wordAt(tokens, index - back) === "as"))
    return null;
  if (AHEAD.has(word)) return "future";
  // In "will be held" the participle tells nothing.
  if (wordAt(tokens, index - 1) === "be") return null;
  return BACK.has(word) || isPastForm(word) ? "past" : null;
}

function isPastForm(word: string): boolean {
  if (word.length <= 4 || !word.endsWith("ed") || NO_VERB.has(word)) return false;
  return !word.endsWith("eed") || word === "agreed" || word === "guaranteed";
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
