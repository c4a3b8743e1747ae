import type { TextPart } from "#lib/search/types.ts";

/** About two lines of a result, in UTF-16 code units. */
export const EXTRACT_LENGTH = 200;
/** How far back an extract looks for the beginning of its sentence. */
const LOOK_BACK = 90;
const MIN_STEM_LENGTH = 3;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ENDING = /(?:ies|ing|ed|es|ly|e|y|s)$/;

// Control characters and one of the private use area: any that a text holds is taken out first, so
// that a mark is always ours.
export const MATCH_START = "\u0002";
export const MATCH_END = "\u0003";
// Between spaces, since some servers take the character itself for a letter.
export const LESS_THAN = " \uE000 ";
/** What `toMarkable` takes out of a text. */
export const TAKEN_OUT = /[\0\u0002\u0003\uE000]/;
const ALL_TAKEN_OUT = new RegExp(TAKEN_OUT, "g");

/** Options of `ts_headline` under which it marks every match and cuts nothing. */
export const HEADLINE_OPTIONS = `HighlightAll=true, StartSel=${MATCH_START}, StopSel=${MATCH_END}`;

/**
 * The stretch of a text, about 200 characters, in which most of the words stand together, from the
 * beginning of a sentence where one is near; the beginning of the text where none is found.
 */
export function chooseExtract(text: string, words: readonly string[]): string {
  const start = startOfSentence(text, bestMatchIndex(text, words));
  const end = start + EXTRACT_LENGTH;
  const cut = end >= text.length ? text.slice(start) : untilLastSpace(text.slice(start, end));
  const isMidSentence = start > 0 && !/[.!?”"\n]\s*$/.test(text.slice(start - 3, start));
  return `${isMidSentence ? "…" : ""}${cut.replace(/\s+/g, " ").trim()}${end < text.length ? "…" : ""}`;
}

/** A text as `ts_headline` takes it: tags would be taken out of it, and marks must be ours alone. */
export function toMarkable(text: string): string {
  return text.replace(ALL_TAKEN_OUT, "").replaceAll("<", LESS_THAN);
}

/** The parts of what `ts_headline` made of `toMarkable` text. */
export function partsOfMarked(marked: string): TextPart[] {
  return marked
    .replaceAll(LESS_THAN, "<")
    .split(/(\u0002[^\u0003]*\u0003)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith(MATCH_START)
        ? { text: part.slice(1, -1), isMatch: true }
        : { text: part, isMatch: false },
    );
}

function bestMatchIndex(text: string, words: readonly string[]): number {
  const stems = [...new Set(words.map(toStem))];
  if (stems.length === 0) return 0;
  // Words are letters and digits only, so nothing needs escaping. That a match begins a word is
  // looked at afterwards: within the pattern it would be tried at every letter of the text.
  const pattern = new RegExp(stems.join("|"), "gi");
  const near: { index: number; stem: string }[] = [];
  let best = { index: 0, count: 0 };
  // One by one: most texts need not be looked through to their end.
  for (const { 0: stem, index } of text.matchAll(pattern)) {
    if (index > 0 && LETTER_OR_DIGIT.test(text.charAt(index - 1))) continue;
    near.push({ index, stem: stem.toLowerCase() });
    while (index - (near[0]?.index ?? 0) > EXTRACT_LENGTH - LOOK_BACK) near.shift();
    const count = new Set(near.map((match) => match.stem)).size;
    if (count > best.count) best = { index: near[0]?.index ?? 0, count };
    if (best.count === stems.length) break;
  }
  return best.index;
}

/** Inflections differ in their endings; the marks themselves come from PostgreSQL's own stemmer. */
function toStem(word: string): string {
  const stem = word.replace(ENDING, "");
  return stem.length >= MIN_STEM_LENGTH ? stem : word;
}

function startOfSentence(text: string, index: number): number {
  const from = Math.max(0, index - LOOK_BACK);
  const before = text.slice(from, index);
  const sentence = [...before.matchAll(/[.!?]["”’]?\s+|\n+/g)].at(-1);
  if (sentence) return from + sentence.index + sentence[0].length;
  if (from === 0) return 0;
  const space = before.search(/\s/);
  return space === -1 ? index : from + space + 1;
}

function untilLastSpace(text: string): string {
  const space = text.search(/\s\S*$/);
  return space > 0 ? text.slice(0, space) : text;
}
