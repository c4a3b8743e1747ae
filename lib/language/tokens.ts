/** A text cut into words and signs, with the sentences and paragraphs they stand in. */
import type { Span } from "#lib/text/span.ts";
import type { QuotedString } from "./quoted-strings.ts";
import { readWord, type Word } from "./words.ts";

export type Token = Span & {
  word: Word;
  /** Counts the sentences of the text, those within a quotation too. */
  sentence: number;
  /** Counts the sentences of the writer: a quotation is part of one, however many it holds itself. */
  frame: number;
  /** Counts the lines of the text that are not blank. */
  paragraph: number;
  /** Index of the quoted string that the token stands in, its marks included, or -1. */
  quote: number;
};

const TOKEN =
  /(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sgt|Capt|Sen|Sens|Rep|Reps|Gov|Rev|Hon|Jr|Sr|Adm|Maj|Pres|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|[A-Z])\.(?=\s)|[$£€]?\d+(?:[.,:]\d+)*%?|[@#]?[\p{L}\p{M}\p{N}_]+(?:[-&][\p{L}\p{N}]+)*|[’'](?:s|ve|d|ll|re|m|t)(?!\p{L})|\.{2,}|--|``|''|\n|\S/gu;
const ENDS_SENTENCE = /^[.!?…]/;
const MAX_CLOSING = 4;
const CLOSING = new Set(['"', "”", "''", "»", "’", "'", ")", "]"]);

/** The tokens of a text in order; `quotes` are its quoted strings, in order too. */
export function tokenise(text: string, quotes: readonly QuotedString[]): Token[] {
  const tokens: Token[] = [];
  const quoteAt = quoteFinder(quotes);
  const place = { sentence: 0, frame: 0, paragraph: 0 };
  let isNewLine = false;
  for (const { 0: found, index: start } of text.matchAll(TOKEN)) {
    if (found === "\n") {
      isNewLine = true;
      continue;
    }
    const quote = quoteAt(start);
    const word = readWord(found);
    advance(place, tokens, { start, word, quote, isNewLine });
    isNewLine = false;
    const { sentence, frame, paragraph } = place;
    tokens.push({ start, end: start + found.length, word, sentence, frame, paragraph, quote });
  }
  return tokens;
}

/** For growing offsets, the index of the quoted string that each stands in, or -1. */
function quoteFinder(quotes: readonly QuotedString[]): (offset: number) => number {
  let quote = 0;
  return (offset) => {
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= offset) quote++;
    return (quotes[quote]?.start ?? Infinity) <= offset ? quote : -1;
  };
}

type Next = { start: number; word: Word; quote: number; isNewLine: boolean };

function advance(
  place: { sentence: number; frame: number; paragraph: number },
  tokens: readonly Token[],
  next: Next,
): void {
  const previous = tokens.at(-1);
  if (!previous) return;
  if (next.isNewLine) {
    place.paragraph++;
    place.sentence++;
    // What a colon announces belongs to it: "He said:", and the quotation on a line of its own.
    if (previous.word.text !== ":" || next.quote < 0) place.frame++;
  } else if (startsSentence(tokens, next)) {
    place.sentence++;
    if (next.quote < 0 || next.quote !== previous.quote) place.frame++;
  }
}

/** True where a capital letter, figure or opening mark follows a stop, closing marks in between. */
function startsSentence(tokens: readonly Token[], next: Next): boolean {
  let i = tokens.length - 1;
  let last = tokens[i];
  if (!last || last.end === next.start) return false;
  const low = i - MAX_CLOSING;
  while (last && i > low && CLOSING.has(last.word.text)) last = tokens[--i];
  if (!last || !ENDS_SENTENCE.test(last.word.text)) return false;
  return /^[^\p{Ll},;:)\]–—-]/u.test(next.word.text);
}
