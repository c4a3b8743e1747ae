/** The words of a statement, taken out of the text that it stands in. */
import type { StatementParts } from "#lib/statements/schema.ts";
import type { Span } from "#lib/text/span.ts";

const INTERRUPTED = " … ";
/** Each paragraph of a quotation that runs on is opened anew. */
const PARAGRAPH_OPENING = /\n\s*["“„«‘']?\s*/gu;
const OPENING_MARK = /^["“„«‘']\s*/u;
const CLOSING_MARK = /\s*["”“»’']$/u;
const ONLY_MARKS = /^[\s"“”„«»‘’']*$/u;

/** From the first to the last word of a statement: `[start, end)`. */
export function placeOf({ content }: Pick<StatementParts, "content">): Span {
  const first = content[0] as Span;
  return { start: first.start, end: (content.at(-1) ?? first).end };
}

/**
 * The content as the text has it, on one line, without the marks that it is quoted in as a whole;
 * " … " stands where the writer interrupts it.
 */
export function wordsOfStatement(body: string, { content, quotes }: StatementParts): string {
  let words = "";
  let end: number | null = null;
  for (const part of content) {
    const isRunningOn = end !== null && ONLY_MARKS.test(body.slice(end, part.start));
    if (end !== null) words += isRunningOn ? " " : INTERRUPTED;
    words += withoutOuterMarks(body, part, quotes);
    end = part.end;
  }
  return words;
}

function withoutOuterMarks(body: string, part: Span, quotes: readonly Span[]): string {
  const opens = quotes.some(({ start }) => start === part.start);
  const closes = quotes.some(({ end }) => end === part.end);
  const isOneQuotation = opens && closes && isCovered(part, quotes, body);
  const text = body.slice(part.start, part.end).replaceAll(PARAGRAPH_OPENING, " ").trim();
  const inner = isOneQuotation ? text.replace(OPENING_MARK, "").replace(CLOSING_MARK, "") : text;
  // Paragraphs that a copy has run together leave their opening marks behind.
  const isOpenedAgain = isOneQuotation && inner.includes("“") && !inner.includes("”");
  // A string of nothing but marks is still what is quoted.
  return (isOpenedAgain ? inner.replaceAll("“", "") : inner) || text;
}

/** True where nothing but quotation marks and space stands outside the quoted strings. */
function isCovered(part: Span, quotes: readonly Span[], body: string): boolean {
  const within = quotes.filter(({ start, end }) => start >= part.start && end <= part.end);
  let done = part.start;
  for (const { start, end } of within) {
    // Two strings beside each other in a paragraph are two quotations, each in its marks.
    if (start > done && !/\n/.test(body.slice(done, start))) return false;
    if (start > done && !ONLY_MARKS.test(body.slice(done, start))) return false;
    done = Math.max(done, end);
  }
  return done === part.end;
}
