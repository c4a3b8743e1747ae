/** The stretches of a text between quotation marks, whoever says them and whether anyone does. */
import { rawLines } from "#lib/text/lines.ts";
import type { Span } from "#lib/text/span.ts";

/** `start` and `end` include the marks that are there. */
export type QuotedString = Span & {
  /** False where the paragraph ends before the closing mark. */
  isClosed: boolean;
  /** True where the quotation goes on in the next paragraph, which opens with a mark of its own. */
  runsOn: boolean;
};

type Mark = { at: number; length: number; sign: "open" | "close" | "either" };
type Line = Span & { marks: Mark[] };

/** Between `<` and `>` of a tag that was left in a text, so many characters are passed over at most. */
const MAX_TAG_CHARACTERS = 400;
const DOUBLE = /["“”„‟«»]|``|''|<(?=[a-z/!])/gi;
const SINGLE = /[‘’']/g;
const INSERTION = /\[(?!\s*(?:\.{3}|…)\s*\])[^[\]\n]{1,120}\]/g;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Spaces, and signs without width that say how to lay out a text. */
const SPACES = String.raw`\s\u200B-\u200F\u202A-\u202E\u2060-\u2069`;
const WHITE = new RegExp(`[${SPACES}]`);
const INCHES = /\d['’]\d{1,2}$/;
const FIXED_SIGNS = new Map<string, Mark["sign"]>([
  ["“", "open"],
  ["„", "open"],
  ["‟", "open"],
  ["``", "open"],
  ["»", "close"],
]);
/** Where a mark may open a quotation after it: a space, the beginning, a bracket, a dash. */
const BEFORE_OPENING = new RegExp(String.raw`[${SPACES}([{—–\-/:…]`);

/**
 * The quoted strings of a text in its order, none within another. Double marks of every style count;
 * single ones where the text has no double ones. An opening mark that is never closed reaches to the
 * end of its paragraph, and one in the midst of a quotation goes on with it, as in quotations that
 * run over several paragraphs.
 */
export function findQuotedStrings(text: string): QuotedString[] {
  const lines = linesWithMarks(text, doubleMarksIn);
  const hasDouble = lines.some(({ marks }) => marks.length > 0);
  return quotedStringsIn(text, hasDouble ? lines : linesWithMarks(text, singleMarksIn));
}

/** What an editor put into the words of a speaker, brackets included: `[Putin]`, but not `[…]`. */
export function findInsertions(text: string, quotes: readonly Span[]): Span[] {
  return quotes.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(INSERTION)].map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
    })),
  );
}

function linesWithMarks(text: string, marksIn: (text: string, line: Span) => Mark[]): Line[] {
  const lines: Line[] = [];
  for (const line of rawLines(text)) {
    if (text.slice(line.start, line.end).trim() === "") continue;
    lines.push({ ...line, marks: marksIn(text, line) });
  }
  return lines;
}

function doubleMarksIn(text: string, { start, end }: Span): Mark[] {
  const line = text.slice(start, end);
  const marks: Mark[] = [];
  let tagEnd = 0;
  for (const { 0: found, index } of line.matchAll(DOUBLE)) {
    if (index < tagEnd) continue;
    if (found === "<") {
      const close = line.slice(index, index + MAX_TAG_CHARACTERS).indexOf(">");
      if (close > 0) tagEnd = index + close;
      continue;
    }
    const sign = signOf(line, index, found);
    if (sign) marks.push({ at: start + index, length: found.length, sign });
  }
  return marks;
}

/** What a mark can be, by its style and the signs beside it; null where it marks feet and inches. */
function signOf(line: string, index: number, found: string): Mark["sign"] | null {
  const before = index === 0 ? " " : (line[index - 1] ?? " ");
  const after = line[index + found.length] ?? " ";
  const mayOpen = BEFORE_OPENING.test(before) && !WHITE.test(after);
  const fixed = FIXED_SIGNS.get(found);
  if (fixed !== undefined) return fixed;
  if (found === "«") return mayOpen || WHITE.test(before) ? "open" : "either";
  if (found === "”") return mayOpen ? "either" : "close";
  if (INCHES.test(line.slice(Math.max(0, index - 5), index))) return null;
  if (!mayOpen) return WHITE.test(before) ? "either" : "close";
  return WHITE.test(before) ? "open" : "either";
}

/** Apostrophes within words and after a plural are no marks, as far as the signs beside them tell. */
function singleMarksIn(text: string, { start, end }: Span): Mark[] {
  const line = text.slice(start, end);
  const marks: Mark[] = [];
  for (const { 0: found, index } of line.matchAll(SINGLE)) {
    const before = index === 0 ? " " : (line[index - 1] ?? " ");
    const after = line[index + 1] ?? " ";
    if (BEFORE_OPENING.test(before) && !/\s/.test(after) && found !== "’") {
      marks.push({ at: start + index, length: 1, sign: "open" });
    } else if (!LETTER_OR_DIGIT.test(after) && /[^\s]/.test(before) && found !== "‘") {
      const isPossessive = /s/i.test(before) && / /.test(after);
      if (!isPossessive) marks.push({ at: start + index, length: 1, sign: "close" });
    }
  }
  return marks;
}

function quotedStringsIn(text: string, lines: readonly Line[]): QuotedString[] {
  const found: QuotedString[] = [];
  let isContinued = false;
  for (const [i, line] of lines.entries()) {
    const quotes = quotesOfLine(text, line);
    const last = quotes.at(-1);
    const next = lines[i + 1];
    isContinued = last !== undefined && !last.isClosed && opensWithMark(text, next);
    if (last && isContinued) last.runsOn = true;
    for (const quote of quotes) found.push(quote);
  }
  return found;
}

function opensWithMark(text: string, line: Line | undefined): boolean {
  const first = line?.marks[0];
  if (!line || !first || first.sign === "close") return false;
  return text.slice(line.start, Math.min(first.at, line.start + 40)).trim() === "";
}

function quotesOfLine(text: string, line: Line): QuotedString[] {
  const quotes: QuotedString[] = [];
  let closesLeft = line.marks.filter(({ sign }) => sign !== "open").length;
  let open: number | null = null;
  let depth = 0;
  for (const mark of line.marks) {
    if (mark.sign !== "open") closesLeft--;
    if (open === null) {
      if (mark.sign !== "close") {
        open = mark.at;
        depth = 1;
      }
      continue;
    }
    const closesLow = text[mark.at] === "“" && text[open] === "„";
    if (mark.sign === "open" && !closesLow) {
      // A quotation within one, if it can be closed as well; else the same one going on.
      if (!followsSentenceEnd(text, mark.at) && closesLeft > depth) depth++;
      continue;
    }
    depth--;
    if (depth > 0) continue;
    quotes.push({ start: open, end: mark.at + mark.length, isClosed: true, runsOn: false });
    open = null;
  }
  if (open !== null) {
    const end = line.start + text.slice(line.start, line.end).trimEnd().length;
    if (end > open + 1) quotes.push({ start: open, end, isClosed: false, runsOn: false });
  }
  return quotes;
}

function followsSentenceEnd(text: string, at: number): boolean {
  return /[.!?…]['’)\]]?\s+$/.test(text.slice(Math.max(0, at - 6), at));
}
