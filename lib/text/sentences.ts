import { isAsciiWord, LAST_ASCII } from "#lib/text/ascii.ts";
import type { Span } from "#lib/text/span.ts";

const SPACE = 32;
const WHITE = /\s/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Abbreviations whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"‘'«])(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

const STOP = /[.!?…]+["'”’»)\]]*(?=\s|$)/g;

/** The end (exclusive) of the first sentence of a text, closing quotation marks included. */
export function firstSentenceEnd(text: string): number {
  STOP.lastIndex = 0;
  for (let match = STOP.exec(text); match; match = STOP.exec(text)) {
    const upToStop = text.slice(Math.max(0, match.index - 12), match.index + 1);
    if (match[0] !== "." || !ABBREVIATION.test(upToStop)) return STOP.lastIndex;
  }
  return text.length;
}

/** The sentences of a paragraph, without the space between them. */
export function sentencesOf(paragraph: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start < paragraph.length) {
    const end = start + firstSentenceEnd(paragraph.slice(start));
    const lead = /^\s*/.exec(paragraph.slice(start, end))?.[0].length ?? 0;
    if (start + lead < end) spans.push({ start: start + lead, end });
    start = end;
  }
  return spans;
}

/** True when a text ends as a sentence does: with a stop, possibly inside closing marks. */
export function endsLikeSentence(text: string): boolean {
  return /[.!?…]["'”’»)\]]*$/.test(text.slice(-8));
}

/** The words of a text, in order; punctuation alone is no word. */
export function countWords(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let i = 0; i < text.length; i++) {
    if (isCounted) {
      isCounted = !isWhite(text, i);
    } else if (isLetterOrDigit(text, i)) {
      isCounted = true;
      count++;
    }
  }
  return count;
}

function isWhite(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || (!isAsciiWord(code) && WHITE.test(text.charAt(at)));
}

function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= LAST_ASCII) return isAsciiWord(code);
  return LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) as number));
}
