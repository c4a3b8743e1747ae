/** What a change in a text touches: what someone said, a figure, a day, a name, or the wording. */
import { MONTH_ALTERNATIVES, WEEKDAY_ALTERNATIVES } from "#lib/dates/date-words.ts";
import type { Span } from "#lib/text/span.ts";

/** In the order in which a reader of differences wants them. */
export const SUBSTANCES = [
  "quotation",
  "number",
  "name",
  "date",
  "headline",
  "wording",
  "typography",
] as const;
export type Substance = (typeof SUBSTANCES)[number];

const QUOTATION =
  /“[^”]{1,2000}”?|(?<![\p{L}\p{N}])"[^"]{1,2000}"?|«[^»]{1,2000}»?|„[^“”]{1,2000}[“”]?|(?<![\p{L}\p{N}])‘(?:[^’]|’(?=\p{L})){1,2000}’?/gu;
const DATE_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${MONTH_ALTERNATIVES}|${WEEKDAY_ALTERNATIVES}|(?:19|20)\\d\\d)(?![\\p{L}\\p{N}])`,
  "iu",
);
const NUMBER = /\p{N}/u;
const NUMBER_WORD =
  /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|twice)(?!\p{L})/iu;
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+/gu;
const SENTENCE_START =
  /(?:^|(?<!(?:^|[\s“"])(?:Mr|Mrs|Ms|Dr|Sir|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|\p{Lu}))\.["”’»)]*\s+|[!?…]["”’»)]*\s+|\n\s*|[“"«„]\s*)$/u;
/** So far back a sentence's end, or an abbreviation that is none, is looked for. */
const MAX_LEAD_CHARACTERS = 10;
/** Names are gathered from so much of a text: who is in it, its beginning tells. */
const MAX_CHARACTERS_FOR_NAMES = 200_000;

/** A stretch of a paragraph that stands on one side alone. */
export type Changed = Span & { paragraph: string };

/** The stretches of a paragraph that are quotations, marks included. */
export function quotationsIn(paragraph: string): Span[] {
  return [...paragraph.matchAll(QUOTATION)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Words that stand with a capital letter where no sentence begins, so that they are names there too. */
export function namesIn(text: string): Set<string> {
  const begun = text.slice(0, MAX_CHARACTERS_FOR_NAMES);
  const names = new Set<string>();
  for (const { 0: word, index } of begun.matchAll(CAPITALISED)) {
    if (!startsSentence(begun, index)) names.add(word);
  }
  return names;
}

/**
 * What is touched by a change: by what was taken out, put in, or both in its place. `names` are
 * words known as names, so that they are known where a sentence begins.
 */
export function substanceOf(
  sides: readonly Changed[],
  names: ReadonlySet<string> = new Set(),
): Substance {
  const texts = sides.map(({ paragraph, start, end }) => paragraph.slice(start, end));
  const words = texts.map((text) => text.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim());
  // Marks and spaces alone, though opening or closing a quotation changes who says a thing.
  if (words.every((each) => each === words[0]) && (words.length > 1 || words[0] === "")) {
    return texts.some((text) => /[“”«»„"]/u.test(text)) && !isSwappedMarks(texts)
      ? "quotation"
      : "typography";
  }
  if (sides.some(isInQuotation)) return "quotation";
  if (texts.some((text) => DATE_WORD.test(text)) && !texts.some(hasOtherNumber)) return "date";
  if (texts.some((text) => NUMBER.test(text) || NUMBER_WORD.test(text))) return "number";
  return sides.some((side) => hasName(side, names)) ? "name" : "wording";
}

function isInQuotation({ paragraph, start, end }: Changed): boolean {
  return quotationsIn(paragraph).some((quoted) => start < quoted.end && end > quoted.start);
}

/** Curly marks for straight ones change nothing. */
function isSwappedMarks(texts: readonly string[]): boolean {
  const plain = texts.map((text) => text.replaceAll(/[“”„«»]/gu, '"').replaceAll(/\s+/g, " "));
  return plain.length > 1 && plain.every((text) => text === plain[0]);
}

/** Figures besides the days and years of dates. */
function hasOtherNumber(text: string): boolean {
  return /\d{3,}|[%£$€]|\d[.,]\d/.test(text.replaceAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ""));
}

function hasName({ paragraph, start, end }: Changed, names: ReadonlySet<string>): boolean {
  return [...paragraph.slice(start, end).matchAll(CAPITALISED)].some(
    ({ index, 0: word }) => names.has(word) || !startsSentence(paragraph, start + index),
  );
}

function startsSentence(text: string, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, at - MAX_LEAD_CHARACTERS), at));
}
