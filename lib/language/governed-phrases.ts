/** Reads on from a place in a text to the end of what a preposition governs: "the plane to Washington DC". */
import { characterOf, classOfWord } from "./time-words.ts";

const WORD = /\s?[\p{L}\p{N}](?:[\p{L}\p{N}&’'-]|[.,](?=\d)|\.(?=\p{Lu}))*/uy;
const WHITE = /\s/;
const DETERMINERS = setOf(
  "the a an his her its their our my your this that these those another one some every each",
);
/** After these the phrase is over: another clause, a verb, or a preposition. */
const ENDS = setOf(
  "that who whom which when where as and but or nor if while because since until before after is are was were be been has have had will would can could should may might must do does did he she they it we you i said says say told tells saying adding asked to with by from for in at on into outside aboard over about amid following ahead calling urging warning accusing describing insisting not also then there hours shortly moments",
);
/** Words of a time: "in a statement late on Thursday" ends before "late". */
const TIMES = new Set(
  ["weekday", "deictic", "last", "next", "early", "shift", "ago"].map(characterOf),
);
const MONTH = characterOf("month");
const PREPOSITION = /\s(?:with|to|by|from|for|in|at|on|outside|aboard)(?=\s)/uy;
const AFTER_TO = /^\s(?:(?:the|an?|his|her|its|their)\s|\p{Lu})/u;
const MAX_WORDS = 8;
const MAX_TAILS = 3;

/** Where the noun phrase that begins at `from` ends, at most at `limit`; null where none begins. */
export function nounPhraseEnd(text: string, from: number, limit: number): number | null {
  let end = from;
  let isNamed = false;
  for (let count = 0; count < MAX_WORDS; count++) {
    WORD.lastIndex = end;
    if (!WORD.test(text) || WORD.lastIndex > limit) break;
    const hasSpace = WHITE.test(text.charAt(end));
    const word = text.slice(hasSpace ? end + 1 : end, WORD.lastIndex);
    const lower = word.toLowerCase();
    if ((count > 0 && !hasSpace) || endsPhrase(word, lower)) break;
    if (isNamed && isParticiple(word)) break;
    isNamed ||= !DETERMINERS.has(lower) && lower !== "of";
    end += word.length + (hasSpace ? 1 : 0);
  }
  return isNamed ? withoutRest(text, from, end) : null;
}

/** The end of the phrases that go on with "with", "to", "in" … from where a noun phrase ended. */
export function tailEnd(text: string, from: number, limit: number): number {
  let end = from;
  for (let count = 0; count < MAX_TAILS; count++) {
    PREPOSITION.lastIndex = end;
    const match = PREPOSITION.exec(text);
    if (!match) break;
    // "To" with anything plainer begins a verb: "on Twitter to applaud".
    if (match[0] === " to" && !AFTER_TO.test(text.slice(PREPOSITION.lastIndex, end + 9))) break;
    const next = nounPhraseEnd(text, end + match[0].length + 1, limit);
    if (next === null) break;
    end = next;
  }
  return end;
}

function endsPhrase(word: string, lower: string): boolean {
  if (ENDS.has(lower) || TIMES.has(classOfWord(lower))) return true;
  return lower !== word && lower.length > 2 && classOfWord(lower) === MONTH;
}

/** "A statement issued", but "a recorded message" and "a joint televised address". */
function isParticiple(word: string): boolean {
  return /^\p{Ll}{3,}ed$/u.test(word) && word !== "televised";
}

/** Without the "of" or the "’s" of what does not follow any more: "told ABC’s “Good Evening”". */
function withoutRest(text: string, from: number, end: number): number {
  const phrase = text.slice(from, end);
  return from + phrase.replace(/(?:\s(?:of|the|a|an))+$|['’]s$/i, "").length;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
