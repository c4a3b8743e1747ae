/**
 * The frame of an attribution: what its sentence says around the words that were said. A phrase of
 * the frame belongs to the cue when no other clause begins between the two.
 */
import type { Span } from "#lib/text/span.ts";

/** What is needed here of an attribution: the words said, the verb of saying, the words for the speaker. */
export type FramedWords = {
  content: readonly Span[];
  cue: Span | null;
  source: Span | null;
};

/** Further from its cue a phrase is read as belonging to something else. */
const MAX_DISTANCE = 120;
const MAX_PIECE = 2 * MAX_DISTANCE;
/** Begins a clause with a time and a place of its own: "who resigned in May", "after talks on Monday". */
const CLAUSE =
  /\b(?:[Tt]hat|[Ww]ho|[Ww]hom|[Ww]hose|[Ww]hich|[Ww]hen|[Ww]here|[Ww]hile|[Aa]fter|[Bb]efore|[Ss]ince|[Uu]ntil|[Bb]ecause|[Ff]ollowing|[Aa]mid|[Ii]f|[Ww]hether|[Bb]ut|[Aa]lthough|[Tt]hough|[Aa]head|[Dd]espite|[Uu]nlike)\b|[;:]|\n\s*\n/;
/** ", elected in May," tells of the speaker. */
const PARTICIPLE = /,\s+(?:[a-z]+ly\s+)?(?:[a-z]{2,}ed|born|made|held|known|chosen|won|given)\s/;
/** "OSLO, Feb. 3 (Agency) — " says where and when the article was written. */
const DATELINE = /^\s?\(\p{Lu}[^)]{0,40}\)\s?[—–-]/u;
/** Not the full stop of "Mr." or "U.S.", which capitals stand before. */
const SENTENCE_ENDS = /(?:[\p{Ll}\p{N})”"’']{3}|\s\p{Ll}{1,2})[.!?]["”’)]*\s+(?=["“‘]?\p{Lu})/gu;
const PRONOUN = /^(?:he|she|they)$/i;

/** What stands before and after a stretch, for SENTENCE_ENDS to see its edges. */
const A_WORD = "word";
const A_NAME = "Name";
/** What stands for words said: a sentence may begin with them. */
const A_QUOTATION = "“Words";
const STOP = /[.!?]["”’)]*$/;
const MAX_STOP = 4;

/** True where a span shares nothing with the words said. */
export function isInFrame({ start, end }: Span, { content }: FramedWords): boolean {
  return content.every((part) => end <= part.start || start >= part.end);
}

/**
 * How many characters of the frame lie between a phrase and the cue; null where it does not belong
 * to the cue: another clause or sentence between them, too far, or within the words said.
 */
export function distanceToCue(
  text: string,
  sentence: Span,
  words: FramedWords,
  phrase: Span,
): number | null {
  const { cue } = words;
  if (!cue || !isInFrame(phrase, words)) return null;
  const isAfter = phrase.start >= cue.end;
  const between = isAfter
    ? frameText(text, { start: cue.end, end: phrase.start }, words)
    : frameText(text, { start: phrase.end, end: cue.start }, words);
  if (between.length > MAX_DISTANCE || breaks(between)) return null;
  // What leads to a phrase before the cue may have begun a clause: "After talks on Monday, she said".
  if (!isAfter && opensClause(text, sentence, words, phrase)) return null;
  return between.length;
}

/**
 * The same from a phrase of the sentence before, where the words for the speaker are a pronoun that
 * refers back: "Ada Brook, speaking to a newspaper, was hopeful. “It is near,” she said."
 */
export function distanceFromSentenceBefore(
  text: string,
  words: FramedWords,
  phrase: Span,
): number | null {
  const { cue, source } = words;
  if (!cue || !source || phrase.end > cue.start || !isInFrame(phrase, words)) return null;
  if (!PRONOUN.test(text.slice(source.start, Math.min(source.end, source.start + MAX_STOP)))) {
    return null;
  }
  const between = frameText(text, { start: phrase.end, end: cue.start }, words);
  const ends = `${A_WORD}${between}`.match(SENTENCE_ENDS)?.length ?? 0;
  return between.length <= MAX_DISTANCE && ends === 1 ? between.length : null;
}

function opensClause(text: string, sentence: Span, words: FramedWords, phrase: Span): boolean {
  const start = Math.max(sentence.start, phrase.start - MAX_DISTANCE);
  const lead = frameText(text, { start, end: phrase.start }, words);
  const sentenceLead = lead.slice(lastEnd(lead));
  return CLAUSE.test(sentenceLead) || PARTICIPLE.test(sentenceLead);
}

function breaks(between: string): boolean {
  return (
    CLAUSE.test(between) ||
    PARTICIPLE.test(between) ||
    DATELINE.test(between) ||
    `${A_WORD}${between} ${A_NAME}`.search(SENTENCE_ENDS) >= 0
  );
}

/** Where the last sentence of a stretch begins. */
function lastEnd(lead: string): number {
  let start = 0;
  for (const match of lead.matchAll(SENTENCE_ENDS)) {
    start = match.index + match[0].length;
  }
  return start;
}

/**
 * A stretch of the text with one word for the words said, and a full stop where they end with one; of
 * long pieces only so much that they are seen to be too long.
 */
function frameText(text: string, { start, end }: Span, { content }: FramedWords): string {
  let frame = "";
  let from = start;
  for (const part of content) {
    if (part.end <= from || part.start >= end) continue;
    frame += text.slice(from, Math.min(part.start, from + MAX_PIECE));
    from = Math.min(end, part.end);
    const isEnd = from === part.end && STOP.test(text.slice(part.end - MAX_STOP, part.end));
    frame += isEnd ? `${A_QUOTATION}.` : A_QUOTATION;
  }
  return frame + text.slice(from, Math.min(end, from + MAX_PIECE));
}
