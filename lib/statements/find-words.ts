/** Finds pasted words in a text, however their quotation marks, dashes and spaces are typed. */
import type { StatementParts } from "#lib/statements/schema.ts";
import { quotationsIn } from "#lib/text/substance.ts";
import type { Span } from "#lib/text/span.ts";

const SAME_MARKS: readonly [RegExp, string][] = [
  [/[“”„«»″]/u, '"'],
  [/[‘’‚′`]/u, "'"],
  [/[‐‑‒–—―−]/u, "-"],
];
const OPENING_MARKS = '“„«"‘';
const CLOSING_MARKS = '”“»"’';
const INSERTION = /\[[^[\]]{0,200}\]/g;

/** A text as it is compared, with the place in it that each of its characters comes from. */
type Plain = { text: string; from: number[] };

/**
 * Where `pasted` stands in `body`, every time that it does, in order: each as the spans of its
 * content. Where the whole does not stand there in one piece, its lines may be the pieces of a
 * statement that the writer interrupts.
 */
export function findWords(body: string, pasted: string): Span[][] {
  const plain = toPlain(body);
  const whole = findAll(plain, pasted);
  if (whole.length > 0) return whole.map((span) => [span]);
  const pieces = findInOrder(plain, pasted.split("\n"));
  return pieces ? [pieces] : [];
}

/**
 * The parts of a statement whose content a person pointed to. Quotation marks that stand just around
 * it are taken in, so that what is quoted as a whole is a direct quotation.
 */
export function partsFromContent(body: string, content: readonly Span[]): StatementParts {
  const taken = content.map((span) => withOuterMarks(body, span));
  const within = (pattern: (text: string) => Span[]) =>
    taken.flatMap(({ start, end }) =>
      pattern(body.slice(start, end)).map((span) => ({
        start: span.start + start,
        end: span.end + start,
      })),
    );
  return {
    content: taken,
    quotes: within(quotationsIn),
    insertions: within(insertionsIn),
    cue: null,
    source: null,
    venue: null,
    saidOn: null,
  };
}

/** Direct where all of the content is quoted, mixed where some of it is, else indirect. */
export function kindOfParts({
  content,
  quotes,
}: Pick<StatementParts, "content" | "quotes">): "direct" | "mixed" | "indirect" {
  if (quotes.length === 0) return "indirect";
  const isWhole = content.every(
    ({ start, end }) =>
      quotes.some((quote) => quote.start === start) && quotes.some((quote) => quote.end === end),
  );
  return isWhole ? "direct" : "mixed";
}

/** The place of words nearest to `near`, within the same paragraph; null where they are not in it. */
export function findNear(body: string, words: string, near: Span): Span | null {
  const start = body.lastIndexOf("\n\n", near.start) + 1;
  const next = body.indexOf("\n\n", near.end);
  const end = next < 0 ? body.length : next;
  const distance = (span: Span) => Math.min(...[span.start, span.end].map((at) => gap(at, near)));
  return (
    findAll(toPlain(body.slice(start, end)), words)
      .map((span) => ({ start: span.start + start, end: span.end + start }))
      .sort((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

function gap(at: number, { start, end }: Span): number {
  return at < start ? start - at : Math.max(0, at - end);
}

function findAll({ text, from }: Plain, pasted: string): Span[] {
  const sought = toPlain(pasted).text.trim();
  const found: Span[] = [];
  for (let at = indexOfWords(text, sought, 0); at >= 0;) {
    found.push(spanAt(from, at, sought.length));
    at = indexOfWords(text, sought, at + sought.length);
  }
  return found;
}

function findInOrder({ text, from }: Plain, lines: readonly string[]): Span[] | null {
  const pieces: Span[] = [];
  let next = 0;
  for (const line of lines) {
    const sought = toPlain(line).text.trim();
    if (sought === "") continue;
    const at = indexOfWords(text, sought, next);
    if (at < 0) return null;
    pieces.push(spanAt(from, at, sought.length));
    next = at + sought.length;
  }
  return pieces.length > 0 ? pieces : null;
}

/** Where words stand, whole ones, at `from` or after it; -1 where they do not, and for none. */
function indexOfWords(text: string, sought: string, from: number): number {
  let at = sought === "" ? -1 : text.indexOf(sought, from);
  while (at >= 0 && (cutsWord(text, at) || cutsWord(text, at + sought.length))) {
    at = text.indexOf(sought, at + 1);
  }
  return at;
}

function cutsWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function spanAt(from: readonly number[], at: number, length: number): Span {
  const last = from[at + length - 1] as number;
  return { start: from[at] as number, end: last + 1 };
}

/** One kind of each mark, one space for any run of them, three stops for an ellipsis. */
function toPlain(text: string): Plain {
  const plain: Plain = { text: "", from: [] };
  const add = (characters: string, at: number) => {
    plain.text += characters;
    for (let i = 0; i < characters.length; i++) plain.from.push(at);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === "\u00ad") continue;
    if (/[\s\u200b]/u.test(character)) {
      if (!plain.text.endsWith(" ")) add(" ", at);
    } else if (character === "…") add("...", at);
    else add(SAME_MARKS.find(([marks]) => marks.test(character))?.[1] ?? character, at);
  }
  return plain;
}

function withOuterMarks(body: string, { start, end }: Span): Span {
  const [before, after] = [body[start - 1] ?? "", body[end] ?? ""];
  const isQuoted =
    before !== "" &&
    after !== "" &&
    OPENING_MARKS.includes(before) &&
    CLOSING_MARKS.includes(after);
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}

function insertionsIn(text: string): Span[] {
  return [...text.matchAll(INSERTION)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
