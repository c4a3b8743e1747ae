/** What the tagger of names knows of a word wherever it stands. */
import { lexiconTags } from "./known-names.ts";
import { classify, classNumber, listsOf, plain } from "./word-classes.ts";

export type Word = {
  class: number;
  shape: number;
  /** Its features as seen from itself, from the word beside it, and from two words away. */
  own: readonly string[];
  near: readonly string[];
  far: readonly string[];
};

/** Of a longer "word" nothing is known. */
export const LONGEST_WORD = 40;
const SHAPES = {
  mark: 0,
  lower: 1,
  inner: 2,
  initial: 3,
  capital: 4,
  capitals: 5,
  letter: 6,
  year: 7,
  number: 8,
  other: 9,
};
const NAMING = new Set(
  "country place body given family leader letter capitals capital first-capital demonym demonyms date".split(
    " ",
  ),
);
const UNKNOWN: Word = {
  class: classNumber("mark"),
  shape: SHAPES.mark,
  own: [],
  near: [],
  far: [],
};

/** Describes a word; `isInitial` where its capital tells nothing. */
export function describeWord(text: string, isInitial: boolean): Word {
  if (text.length > LONGEST_WORD) return UNKNOWN;
  const name = classify(text, isInitial);
  const lower = plain(text);
  const shape = shapeOf(text, isInitial);
  const lists = listsOf(lower);
  const tags = lexiconTags(lower);
  const isCommon = text === lower || lists.length > 0 || tags !== "" || name === "title";
  // No proper name is a feature by itself: names are known by lists, endings and company.
  const known = isCommon && !NAMING.has(name) && !/^\d/.test(text) ? [`w=${lower}`] : [];
  const kinds = [...lists.map((list) => `l=${list}`), `c=${name}`];
  const own = [...known, ...kinds, `s=${shape}`, `t=${tags}`];
  if (/^\p{L}{4}/u.test(lower)) own.push(`2=${lower.slice(-2)}`, `3=${lower.slice(-3)}`);
  if (/^\p{L}+s$/u.test(lower)) own.push(`plural=${name}`);
  if (!isInitial && /^\p{Lu}/u.test(text)) own.push(`C=${name}`);
  const near = [...known, ...kinds];
  return { class: classNumber(name), shape, own, near, far: known.length > 0 ? known : kinds };
}

/** True for the shapes of words that begin with a capital letter. */
export function isCapitalised(shape: number): boolean {
  return shape >= SHAPES.initial && shape <= SHAPES.letter;
}

function shapeOf(text: string, isInitial: boolean): number {
  if (/^\p{Ll}/u.test(text)) return /\p{Lu}/u.test(text) ? SHAPES.inner : SHAPES.lower;
  if (/^\p{Lu}\p{Ll}/u.test(text)) return isInitial ? SHAPES.initial : SHAPES.capital;
  if (/^\p{Lu}{2}/u.test(text)) return SHAPES.capitals;
  if (/^\p{Lu}/u.test(text)) return SHAPES.letter;
  if (/^\d/.test(text)) return /^\d{4}$/.test(text) ? SHAPES.year : SHAPES.number;
  return /^\p{L}/u.test(text) ? SHAPES.other : SHAPES.mark;
}
