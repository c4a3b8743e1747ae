/** About two lines of a result, in UTF-16 code units. */
export const EXTRACT_LENGTH = 200;
/** How far back an extract looks for the beginning of its sentence. */
const LOOK_BACK = 90;
const MIN_STEM_LENGTH = 3;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ENDING = /(?:ies|ing|ed|es|ly|e|y|s|[аеєиіїоуюяьй]{1,2})$/;
/** So many letters may be initials: `US`, `U.S.` */
const MAX_INITIALS = 2;

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

function bestMatchIndex(text: string, words: readonly string[]): number {
  const stems = [...new Set(words.map(toStem))];
  if (stems.length === 0) return 0;
  // Words are letters and digits only, so nothing needs escaping. That a match begins a word is
  // looked at afterwards: within the pattern it would be tried at every letter of the text.
  const pattern = new RegExp(stems.map(toPattern).join("|"), "gi");
  const near: { index: number; stem: string }[] = [];
  let best = { index: 0, count: 0 };
  // One by one: most texts need not be looked through to their end.
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (index > 0 && LETTER_OR_DIGIT.test(text.charAt(index - 1))) continue;
    const stem = match.replaceAll(".", "");
    const isBeginning = LETTER_OR_DIGIT.test(text.charAt(index + match.length));
    if (isBeginning && stem.length <= MAX_INITIALS) continue;
    near.push({ index, stem: stem.toLowerCase() });
    while (index - (near[0]?.index ?? 0) > EXTRACT_LENGTH - LOOK_BACK) near.shift();
    const count = new Set(near.map((match) => match.stem)).size;
    if (count > best.count) best = { index: near[0]?.index ?? 0, count };
    if (best.count === stems.length) break;
  }
  return best.index;
}

/** Inflections differ in their endings; the marks themselves come from PostgreSQL's own stemmer. */
export function toStem(word: string): string {
  const stem = word.replace(ENDING, "");
  return stem.length >= MIN_STEM_LENGTH ? stem : word;
}

function toPattern(stem: string): string {
  return stem.length <= MAX_INITIALS ? [...stem].join(String.raw`\.?`) : stem;
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
