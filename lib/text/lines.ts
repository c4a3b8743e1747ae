import type { Span } from "./span.ts";

export type TextLine = Span & {
  /** The line without the white space at its ends; `start` and `end` say where that stands. */
  text: string;
  /** Counts the groups of lines that blank lines separate, from 0. */
  block: number;
};

/** The non-blank lines of a text, trimmed. `\n`, `\r\n` and `\r` each end a line; so does U+2028. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let block = 0;
  let blankBefore = false;
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+|\r\n|[\n\r\u2028\u2029]/g)) {
    if (/^[\n\r\u2028\u2029]/.test(match[0])) {
      blankBefore ||= endsBlankLine(text, match.index);
      continue;
    }
    const trimmed = match[0].trim();
    if (trimmed === "") continue;
    if (blankBefore && lines.length > 0) block++;
    blankBefore = false;
    const start = match.index + match[0].indexOf(trimmed);
    lines.push({ start, end: start + trimmed.length, text: trimmed, block });
  }
  return lines;
}

/** True when only white space stands between the line break at `at` and the one before it. */
function endsBlankLine(text: string, at: number): boolean {
  // A run of blanks longer than this is no line of anything; looking further could cost n² steps.
  for (let i = at - 1; i >= 0 && i > at - 200; i--) {
    const character = text[i] as string;
    if (character === "\n" || character === "\r") return true;
    if (!/\s/.test(character)) return false;
  }
  return true;
}
