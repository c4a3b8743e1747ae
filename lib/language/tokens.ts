/** A text cut into words and signs, with the sentences and paragraphs they stand in. */
import { isAsciiLetter } from "#lib/text/ascii.ts";
import type { Span } from "#lib/text/span.ts";
import type { QuotedString } from "./quoted-strings.ts";
import { wordClasses } from "./token-classes.ts";
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
  /(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sgt|Capt|Sen|Sens|Rep|Reps|Gov|Rev|Hon|Jr|Sr|Adm|Maj|Pres|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|[A-Z])\.(?=\s)|[$£€]?\d+(?:[.,:]\d+)*%?|[@#]?[\p{L}\p{M}\p{N}_]+(?:[-&][\p{L}\p{N}]+)*|[’'](?:s|ve|d|ll|re|m|t)(?!\p{L})|\.{2,}|--|``|''|\n|\S/uy;
const ANY_SPACE = /\s/;
const SPACE = 32;
const NEWLINE = 10;
const STOP = 46;
const LAST_CAPITAL = 90;
/** What ends a word of plain letters, and what is a token by itself, whatever stands around it. */
const ENDS_PLAIN_WORD = new Set(',"();:?!\n\u00a0–—‘’“”…');
const PLAIN_SIGNS = new Set(',"();:?!\n“”');
const STOPS = ".!?…";
/** Begins with what no sentence does. */
const GOES_ON = /^[\p{Ll},;:)\]–—-]/u;
/** Of those are the stops, and the marks that close what ends with one. */
const SIGNS = wordClasses(".Q(");
const MAX_CLOSING = 4;
const CLOSING = new Set(['"', "”", "''", "»", "’", "'", ")", "]"]);

/** The tokens of a text in order; `quotes` are its quoted strings, in order too. */
export function tokenise(text: string, quotes: readonly QuotedString[]): Token[] {
  const tokens: Token[] = [];
  const quoteAt = quoteFinder(quotes);
  let previous: Token | null = null;
  let isNewLine = false;
  for (let start = nextStart(text, 0); start < text.length;) {
    const end = endOfToken(text, start);
    if (text.charCodeAt(start) === NEWLINE) {
      isNewLine = true;
    } else {
      const word = readWord(text, start, end);
      const quote = quoteAt(start);
      const token: Token = { start, end, word, sentence: 0, frame: 0, paragraph: 0, quote };
      if (previous) place(token, tokens, previous, isNewLine);
      tokens.push(token);
      previous = token;
      isNewLine = false;
    }
    start = nextStart(text, end);
  }
  return tokens;
}

/** Where the next token or line begins, or the text ends. */
function nextStart(text: string, from: number): number {
  let start = from;
  while (start < text.length && isSpace(text, start)) start++;
  return start;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === SPACE) return true;
  return code !== NEWLINE && !isAsciiLetter(code) && ANY_SPACE.test(text.charAt(at));
}

/** Where the token at `start` ends, as `TOKEN` says; of plain words and signs that is seen without it. */
function endOfToken(text: string, start: number): number {
  let end = start;
  while (isAsciiLetter(text.charCodeAt(end))) end++;
  if (end > start ? endsPlainly(text, start, end) : PLAIN_SIGNS.has(text.charAt(start))) {
    return Math.max(end, start + 1);
  }
  TOKEN.lastIndex = start;
  TOKEN.test(text);
  return TOKEN.lastIndex;
}

/** True where nothing can join what follows to the plain letters from `start` to `end`. */
function endsPlainly(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === SPACE) return true;
  // Those abbreviations that keep their full stop have a capital, but for one.
  if (next === STOP) return text.charCodeAt(start) > LAST_CAPITAL && text.charAt(start) !== "v";
  return ENDS_PLAIN_WORD.has(text.charAt(end));
}

/** For growing offsets, the index of the quoted string that each stands in, or -1. */
function quoteFinder(quotes: readonly QuotedString[]): (offset: number) => number {
  let quote = 0;
  return (offset) => {
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= offset) quote++;
    return (quotes[quote]?.start ?? Infinity) <= offset ? quote : -1;
  };
}

/** Sets the sentence, frame and paragraph of a token by those of the one before it. */
function place(token: Token, before: readonly Token[], previous: Token, isNewLine: boolean): void {
  token.sentence = previous.sentence;
  token.frame = previous.frame;
  token.paragraph = previous.paragraph;
  if (isNewLine) {
    token.paragraph++;
    token.sentence++;
    // What a colon announces belongs to it: "He said:", and the quotation on a line of its own.
    if (previous.word.text !== ":" || token.quote < 0) token.frame++;
  } else if ((previous.word.classes & SIGNS) !== 0 && startsSentence(before, token)) {
    token.sentence++;
    if (token.quote < 0 || token.quote !== previous.quote) token.frame++;
  }
}

function isStop(text: string): boolean {
  return STOPS.includes(text.charAt(0));
}

/** True where a capital letter, figure or opening mark follows a stop, closing marks in between. */
function startsSentence(tokens: readonly Token[], next: Token): boolean {
  let i = tokens.length - 1;
  let last = tokens[i];
  if (!last || last.end === next.start) return false;
  const low = i - MAX_CLOSING;
  while (last && i > low && CLOSING.has(last.word.text)) last = tokens[--i];
  return last !== undefined && isStop(last.word.text) && !GOES_ON.test(next.word.text);
}
