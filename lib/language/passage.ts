/** A text made ready for the understanding: its quoted strings, words, and the stretches they form. */
import type { Span } from "#lib/text/span.ts";
import { NONE, type Key } from "./feature-keys.ts";
import { findQuotedStrings, type QuotedString } from "./quoted-strings.ts";
import { joinCuesToQuotations } from "./sentence-frames.ts";
import { tokenise, type Token } from "./tokens.ts";
import type { WordClass, WordClasses } from "./token-classes.ts";

/** A stretch of tokens, `[from, to)`. */
export type TokenRange = { from: number; to: number };

export type Passage = {
  text: string;
  quotes: QuotedString[];
  tokens: Token[];
  /** The tokens of each quoted string, marks included. */
  quoteRanges: TokenRange[];
  /** The tokens of each frame; see `Token.frame`. */
  frameRanges: TokenRange[];
};

/** So many tokens on either side of a cue are its sentence at most. */
const MAX_REGION_TOKENS = 150;

export function readPassage(text: string): Passage {
  const quotes = findQuotedStrings(text);
  const tokens = tokenise(text, quotes);
  joinCuesToQuotations(tokens);
  const quoteRanges = quotes.map(() => ({ from: 0, to: 0 }));
  const frameRanges: TokenRange[] = [];
  for (let i = 0; i < tokens.length; i++) {
    widen(quoteRanges, tokens[i]?.quote ?? -1, i);
    widen(frameRanges, tokens[i]?.frame ?? -1, i);
  }
  return { text, quotes, tokens, quoteRanges, frameRanges };
}

/** The place of a range of tokens in the text. */
export function spanOf(tokens: readonly Token[], { from, to }: TokenRange): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

function widen(ranges: TokenRange[], index: number, token: number): void {
  if (index < 0) return;
  const range = ranges[index];
  if (range && range.to > 0) range.to = token + 1;
  else ranges[index] = { from: token, to: token + 1 };
}

/**
 * The sentence around a cue: that of the writer, in which quotations are whole parts, or, for a cue
 * within a quotation, that of the one who is quoted. Bounded on either side.
 */
export function regionAround({ tokens, frameRanges }: Passage, cue: number): TokenRange {
  const token = tokens[cue];
  if (!token) return { from: cue, to: cue };
  const low = cue - MAX_REGION_TOKENS;
  const high = cue + MAX_REGION_TOKENS;
  if (token.quote < 0) {
    const frame = frameRanges[token.frame];
    return { from: Math.max(low, frame?.from ?? cue), to: Math.min(high, frame?.to ?? cue) };
  }
  const isInside = (i: number) => {
    const other = tokens[i];
    return other?.sentence === token.sentence && other.quote === token.quote;
  };
  let from = cue;
  let to = cue + 1;
  while (from > low && isInside(from - 1)) from--;
  while (to < high && isInside(to)) to++;
  if (tokens[from]?.word.class === "Q") from++;
  if (tokens[to - 1]?.word.class === "Q") to--;
  return { from, to };
}

/** Reads a passage as a cue sees it: within a region, each quotation outside of the cue as one. */
export class RegionReader {
  readonly passage: Passage;
  readonly cue: number;
  readonly region: TokenRange;
  /** The group of the cue's stem, or `NONE`. */
  readonly group: Key;
  private readonly tokens: readonly Token[];
  private readonly from: number;
  private readonly to: number;
  private readonly quote: number;

  constructor(passage: Passage, cue: number) {
    this.passage = passage;
    this.cue = cue;
    this.region = regionAround(passage, cue);
    // Asked for at every step: by themselves these take one fetch from memory instead of two.
    this.tokens = passage.tokens;
    this.from = Math.max(0, this.region.from);
    this.to = Math.min(passage.tokens.length, this.region.to);
    this.quote = passage.tokens[cue]?.quote ?? -1;
    this.group = passage.tokens[cue]?.word.group ?? NONE;
  }

  private at(i: number): Token | null {
    return i >= this.from && i < this.to ? (this.tokens[i] as Token) : null;
  }

  word(i: number): Key {
    const token = this.at(i);
    return token === null ? NONE : token.word.key;
  }

  stem(i: number): Key {
    const token = this.at(i);
    return token === null ? NONE : token.word.stem;
  }

  groupAt(i: number): Key {
    const token = this.at(i);
    return token === null ? NONE : token.word.group;
  }

  classKey(i: number): Key {
    const token = this.at(i);
    return token === null ? NONE : token.word.classKey;
  }

  class(i: number): WordClass | null {
    const token = this.at(i);
    return token === null ? null : token.word.class;
  }

  /** A number below 32 that stands for the class; 31 where there is no word. */
  classNumber(i: number): number {
    const token = this.at(i);
    return token === null ? 31 : 31 - Math.clz32(token.word.classes);
  }

  /** True where there is a word of one of the classes. */
  isOf(i: number, classes: WordClasses): boolean {
    const token = this.at(i);
    return token !== null && (token.word.classes & classes) !== 0;
  }

  /** The boundary after the one at `i`: past a token, or past a whole quotation. */
  next(i: number): number {
    const quote = this.passage.tokens[i]?.quote ?? -1;
    if (quote < 0 || quote === this.quote) return i + 1;
    return Math.max(i + 1, this.passage.quoteRanges[quote]?.to ?? i + 1);
  }

  /** The boundary before the one at `i`. */
  previous(i: number): number {
    const quote = this.passage.tokens[i - 1]?.quote ?? -1;
    if (quote < 0 || quote === this.quote) return i - 1;
    return Math.min(i - 1, this.passage.quoteRanges[quote]?.from ?? i - 1);
  }

  /** True within a quotation that the cue stands outside of. */
  isElsewhereQuoted(i: number): boolean {
    const quote = this.at(i)?.quote ?? -1;
    return quote >= 0 && quote !== this.quote;
  }

  /** True where a quotation begins at this token that the cue does not stand in. */
  opensQuote(i: number): boolean {
    const quote = this.at(i)?.quote ?? -1;
    return quote >= 0 && quote !== this.quote && this.passage.quoteRanges[quote]?.from === i;
  }

  /** True where a quotation ends before this boundary. */
  closesQuote(i: number): boolean {
    const quote = this.at(i - 1)?.quote ?? -1;
    return quote >= 0 && quote !== this.quote && this.passage.quoteRanges[quote]?.to === i;
  }
}
