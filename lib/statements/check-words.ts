/** How words that a reader was given stand to those of a statement in the archive. */
import {
  closestWindow,
  commonWords,
  findRun,
  placedWords,
  type PlacedWord,
} from "#lib/statements/common-words.ts";
import type { WordsVerdict } from "#lib/statements/schema.ts";
import type { ComparedPart } from "#lib/statements/types-ledger.ts";
import type { Span } from "#lib/text/span.ts";
import { changesOf } from "#lib/text/word-changes.ts";

/** Longer texts are compared by their beginning: the comparison's time grows with their product. */
export const MAX_COMPARED_WORDS = 400;
/** Fewer words of a statement within a longer text stand there by chance. */
const MIN_PART_WORDS = 4;
/** Fewer words in common are no version of the same. */
const MIN_COMMON_WORDS = 3;
/** The least share of the shorter one's words that both have in order, for one to be a version of the other. */
const MIN_COMMON_SHARE = 0.6;
/** A version may be so much longer than what it is a version of. */
const WINDOW_FACTOR = 1.5;

/** What is longer than this is no quotation; its beginning is compared. */
const MAX_COMPARED_CHARACTERS = 10_000;

const OUTER = /[\p{P}\p{S}\s]/u;
const ELLIPSIS = /\s*(?:[[(]\s*)?(?:…|\.\s?\.\s?\.)(?:\s*[\])])?\s*/gu;

export type WordsCheck = {
  verdict: WordsVerdict;
  /** Words in common, in order. */
  common: number;
  /** The part of the archived words that is compared: all, or where the given ones stand. */
  archived: Span;
};

/**
 * What the words given are beside archived ones; null where neither is a version of the other.
 * Exact: the same but for the forms of quotation marks, dashes and spaces, the case of the first
 * letter and punctuation at either end. Shortened: a run of the archived words, or several in order
 * with `…` wherever something is left out. Part: all archived words are a run of those given.
 * Altered: most words of the shorter one, in order. Bounded for any text.
 */
export function checkWords(given: string, wholeArchived: string): WordsCheck | null {
  const archived = wholeArchived.slice(0, MAX_COMPARED_CHARACTERS);
  const ours = placedWords(given, MAX_COMPARED_WORDS);
  const theirs = placedWords(archived, MAX_COMPARED_WORDS);
  if (ours.length === 0 || theirs.length === 0) return null;
  const whole = { start: 0, end: archived.length };
  if (plainForm(given) === plainForm(archived)) {
    return { verdict: "exact", common: ours.length, archived: whole };
  }
  if (isShortened(given, ours, theirs)) {
    return { verdict: "shortened", common: ours.length, archived: whole };
  }
  const isPart = theirs.length >= MIN_PART_WORDS && theirs.length < ours.length;
  if (isPart && findRun(ours, theirs) >= 0) {
    return { verdict: "part", common: theirs.length, archived: whole };
  }
  return checkAltered(ours, theirs, archived);
}

/** The runs between marks of omission all stand in the archived words, in order. */
function isShortened(
  given: string,
  ours: readonly PlacedWord[],
  theirs: readonly PlacedWord[],
): boolean {
  if (ours.length >= theirs.length || ours.length === MAX_COMPARED_WORDS) return false;
  let from = 0;
  for (const segment of given.split(ELLIPSIS)) {
    const run = placedWords(segment, MAX_COMPARED_WORDS);
    if (run.length === 0) continue;
    const at = findRun(theirs, run, from);
    if (at < 0) return false;
    from = at + run.length;
  }
  return true;
}

function checkAltered(
  ours: readonly PlacedWord[],
  theirs: readonly PlacedWord[],
  archived: string,
): WordsCheck | null {
  const isLonger = theirs.length > ours.length * WINDOW_FACTOR;
  const length = Math.ceil(Math.min(ours.length, theirs.length) * WINDOW_FACTOR);
  const window = closestWindow(theirs, ours, isLonger ? length : theirs.length);
  const compared = theirs.slice(window.start, window.end);
  const near = closestWindow(ours, compared, Math.min(length, ours.length));
  const { count, within } = commonWords(ours.slice(near.start, near.end), compared);
  const shorter = Math.min(ours.length, theirs.length);
  if (count < MIN_COMMON_WORDS || count < shorter * MIN_COMMON_SHARE) return null;
  const first = isLonger ? compared[within.start] : compared[0];
  const last = isLonger ? compared[within.end - 1] : compared.at(-1);
  const start = first === theirs[0] ? 0 : (first?.start ?? 0);
  const end = last === theirs.at(-1) ? archived.length : (last?.end ?? archived.length);
  return { verdict: "altered", common: count, archived: { start, end } };
}

/**
 * Both versions of a quotation in one: every difference but those of type, punctuation within it
 * too. What stands around the given words is left out.
 */
export function markDifferences(archived: string, given: string): ComparedPart[] {
  const [here, there] = [withoutOuter(archived), withoutOuter(given)];
  const parts: ComparedPart[] = [];
  let at = 0;
  for (const { before, after } of changesOf(here, there)) {
    const [lost, added] = [sliceOf(here, before), sliceOf(there, after)];
    if (sameType(lost).trim() === sameType(added).trim()) continue;
    parts.push({ text: here.slice(at, before.start), side: "both" });
    parts.push({ text: lost, side: "here" }, { text: added, side: "there" });
    at = before.end;
  }
  parts.push({ text: here.slice(at), side: "both" });
  return parts.filter(({ text }) => text !== "");
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A quotation without what differs from one typesetter to the next. */
function plainForm(text: string): string {
  const plain = withoutOuter(sameType(text));
  const [first = ""] = plain;
  return first.toLowerCase() + plain.slice(first.length);
}

/** Without punctuation and space at either end. In steps, since an expression would go back and forth. */
function withoutOuter(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && OUTER.test(text.charAt(start))) start++;
  while (end > start && OUTER.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** One form for each of quotation marks, dashes, ellipses and spaces. */
function sameType(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[“”„«»‹›"‘’‚‛′ʼ`]/gu, "'")
    .replace(/\s*—\s*|\s+[–-]+\s+/gu, " - ")
    .replace(/[‐‑–−]/gu, "-")
    .replace(/\.\.\./g, "…")
    .replace(/\s+/gu, " ");
}
