import { splitLines, type TextLine } from "#lib/text/lines.ts";
import { endsLikeSentence } from "#lib/text/sentences.ts";

const MIN_WRAPPED_LENGTH = 45;
const MAX_WRAPPED_LENGTH = 100;

/**
 * The paragraphs of plain text from a field. A line is a paragraph, unless lines are broken at one
 * width, as in mail and on wires; then a group of lines between blank ones is.
 */
export function plainParagraphs(text: string): string[] {
  const lines = splitLines(text);
  if (!isWrapped(lines)) return lines.map((line) => line.text);
  const paragraphs = Map.groupBy(lines, ({ block }) => block).values();
  return [...paragraphs].map((block) => block.map((line) => line.text).join(" "));
}

/** Most lines that another follows in their group are nearly full and end amid a sentence. */
function isWrapped(lines: TextLine[]): boolean {
  const followed = lines.filter((line, i) => lines[i + 1]?.block === line.block);
  if (followed.length === 0) return false;
  const full = followed.filter(
    ({ text }) =>
      text.length >= MIN_WRAPPED_LENGTH &&
      text.length <= MAX_WRAPPED_LENGTH &&
      !endsLikeSentence(text),
  );
  return full.length > followed.length * 0.6;
}
