/** A text cut into words and signs, with the sentences and paragraphs they stand in. */
import type { Span } from "#lib/text/span.ts";
import { classOf, type WordClass } from "./word-classes.ts";
import type { QuotedString } from "./quoted-strings.ts";

export type Token = Span & {
  text: string;
  lower: string;
  class: WordClass;
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
  /(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sgt|Capt|Sen|Sens|Rep|Reps|Gov|Rev|Hon|Jr|Sr|Adm|Maj|Pres|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|[A-Z])\.(?=\s)|[$£€]?\d+(?:[.,:]\d+)*%?|[@#]?[\p{L}\p{M}\p{N}_]+(?:[-&][\p{L}\p{N}]+)*(?:n[’']t(?!\p{L}))?|[’'](?:s|ve|d|ll|re|m|t)(?!\p{L})|\.{2,}|--|``|''|\n|\S/gu;
const ENDS_SENTENCE = /^[.!?…]|^\.{2,}$/;

/** The tokens of a text in order; `quotes` are its quoted strings, in order too. */
export function tokenise(text: string, quotes: readonly QuotedString[]): Token[] {
  const tokens: Token[] = [];
  const state = { sentence: 0, frame: 0, paragraph: 0 };
  let quote = 0;
  let isNewLine = false;
  for (const { 0: found, index: start } of text.matchAll(TOKEN)) {
    if (found === "\n") {
      isNewLine = true;
      continue;
    }
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= start) quote++;
    const inQuote = (quotes[quote]?.start ?? Infinity) <= start ? quote : -1;
    const lower = found.toLowerCase().replace("’", "'");
    const token = { start, end: start + found.length, text: found, lower };
    const previous = tokens.at(-1);
    if (previous && isNewLine) {
      state.paragraph++;
      state.sentence++;
      state.frame++;
    } else if (previous && startsSentence(tokens, token, inQuote)) {
      state.sentence++;
      if (inQuote < 0 || inQuote !== previous.quote) state.frame++;
    }
    isNewLine = false;
    tokens.push({ ...token, class: classOf(found, lower), ...state, quote: inQuote });
  }
  return tokens;
}

/** True where a capital letter, figure or opening mark follows a stop, closing marks in between. */
function startsSentence(tokens: readonly Token[], next: Span & { text: string }, quote: number) {
  let i = tokens.length - 1;
  let last = tokens[i];
  if (!last || last.end === next.start) return false;
  while (last && (last.class === "Q" || last.text === ")" || last.text === "’")) last = tokens[--i];
  if (!last || !ENDS_SENTENCE.test(last.text)) return false;
  if (quote >= 0 && next.text.length === 1 && quote !== tokens.at(-1)?.quote) return true;
  return /^[^\p{Ll}]/u.test(next.text) && !/^[,;:)\]–—-]/.test(next.text);
}
