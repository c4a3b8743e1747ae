import { countWords, endsLikeSentence } from "#lib/text/sentences.ts";
import type { Block } from "./block-collector.ts";
import { joinLines, knownWords } from "./pdf-hyphens.ts";
import type { PdfLine } from "./pdf-lines.ts";

type Group = { lines: PdfLine[] };

const WIDER_STEP = 1.3;
const SIZE_CHANGE = 0.12;
const MIN_INDENT = 0.7;
const MAX_INDENT = 5;
/** Of a column's width: a line that ends before it, with a sentence, ends its paragraph. */
const FULL_LINE = 0.88;
/** Text in two columns that were not told apart has two. */
const MIN_ROW_CELLS = 3;
const HEADING_SIZE = 1.2;
const MAX_HEADING_WORDS = 40;
const BULLET = /^(?:[•‣◦▪●■□➢]|[-–]\s)\s*/;
const NUMBERED = /^(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/;

/**
 * The paragraphs of a document from the lines of its columns in reading order: broken where the page
 * shows it (a wider step, an indented line, other letters), and joined again across columns and pages.
 */
export function paragraphsOf(columns: PdfLine[][]): Block[] {
  const all = columns.flat();
  const bodySize = usualSize(all);
  const words = knownWords(all.map(({ text }) => text));
  const groups = joinAcross(columns.map(groupLines), bodySize);
  const largest = Math.max(0, ...groups.slice(0, 12).map(({ lines }) => lines[0]?.size ?? 0));
  let hasTitle = false;
  return groups.map(({ lines }): Block => {
    const text = joinLines(
      lines.map((line) => line.text),
      words,
    );
    const size = lines[0]?.size ?? 0;
    const isLarge = size >= bodySize * HEADING_SIZE && countWords(text) <= MAX_HEADING_WORDS;
    // Above the article only its title is a heading: a kicker or a byline may be large as well.
    const isTitle = isLarge && size >= largest * 0.98 && countWords(text) >= 2;
    if (isTitle || (isLarge && hasTitle)) {
      hasTitle = true;
      return { kind: "heading", text };
    }
    const bullet = BULLET.exec(text);
    if (bullet) return { kind: "list-item", text: text.slice(bullet[0].length) };
    return { kind: "paragraph", text };
  });
}

/** The size that most letters have. */
function usualSize(lines: PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function groupLines(lines: PdfLine[]): Group[] {
  const groups: Group[] = [];
  for (const [i, line] of lines.entries()) {
    const previous = lines[i - 1];
    const group = groups.at(-1);
    if (!group || !previous || isBreak(previous, line)) groups.push({ lines: [line] });
    else group.lines.push(line);
  }
  return groups;
}

function isBreak(previous: PdfLine, line: PdfLine): boolean {
  return (
    isRow(previous) ||
    isRow(line) ||
    (previous.cells > 1 && line.cells > 1) ||
    isApart(previous, line) ||
    BULLET.test(line.text) ||
    (NUMBERED.test(line.text) && endsLikeSentence(previous.text)) ||
    isIndented(previous, line) ||
    isShort(previous, line)
  );
}

/** A wider step than usual, or letters of another size. */
function isApart(previous: PdfLine, line: PdfLine): boolean {
  const size = Math.max(line.size, previous.size);
  const step = line.y - previous.y;
  return (
    step > Math.max(line.column.leading, size) * WIDER_STEP ||
    Math.abs(line.size - previous.size) > SIZE_CHANGE * size
  );
}

function isIndented(previous: PdfLine, line: PdfLine): boolean {
  const indent = (line.left - previous.left) / line.size;
  // The lines of a list's item hang under its first one.
  const isHanging = BULLET.test(previous.text) || NUMBERED.test(previous.text);
  return indent > MIN_INDENT && indent < MAX_INDENT && !isHanging;
}

function isShort(previous: PdfLine, line: PdfLine): boolean {
  if (isFull(previous)) return false;
  return line.font !== previous.font || endsLikeSentence(previous.text) || hasRoom(previous, line);
}

function isFull({ right, column }: PdfLine): boolean {
  return right - column.left >= (column.right - column.left) * FULL_LINE;
}

function isRow({ cells }: PdfLine): boolean {
  return cells >= MIN_ROW_CELLS;
}

/** True where the first word of a line would have had room on the line before it. */
function hasRoom(previous: PdfLine, line: PdfLine): boolean {
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  return previous.right + (word + 2) * letter < line.column.right;
}

/** Paragraphs that a column or page breaks in the middle of a sentence are one. */
function joinAcross(columns: Group[][], bodySize: number): Group[] {
  const joined: Group[] = [];
  for (const groups of columns) {
    for (const [i, group] of groups.entries()) {
      const before = joined.at(-1);
      if (i === 0 && before && goesOn(before, group, bodySize)) before.lines.push(...group.lines);
      else joined.push({ lines: [...group.lines] });
    }
  }
  return joined;
}

function goesOn(before: Group, after: Group, bodySize: number): boolean {
  const last = before.lines.at(-1);
  const first = after.lines[0];
  if (!last || !first || BULLET.test(first.text)) return false;
  const isBody = [last, first].every(({ size }) => Math.abs(size - bodySize) < bodySize * 0.1);
  if (!isBody || Math.abs(last.size - first.size) > 0.5) return false;
  if (/[\p{L}][-\u00AD\u2010]$/u.test(last.text) && /^\p{Ll}/u.test(first.text)) return true;
  if (endsLikeSentence(last.text) || /:$/.test(last.text)) return false;
  const isFull =
    last.right >= last.column.left + (last.column.right - last.column.left) * FULL_LINE;
  const isIndented = first.left - first.column.left > MIN_INDENT * first.size;
  return /^[\p{Ll},;)]/u.test(first.text) || (isFull && !isIndented && before.lines.length > 1);
}
