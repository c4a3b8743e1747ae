import type { Span } from "./span.ts";

export type TextLine = Span & {
  /** The line without the white space at its ends; `start` and `end` say where that stands. */
  text: string;
  /** Counts the groups of lines that blank lines separate, from 0. */
  block: number;
};

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** The non-blank lines of a text, trimmed. `\n`, `\r\n` and `\r` each end a line; so does U+2028. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let block = 0;
  let blankBefore = false;
  for (const { start, end } of rawLines(text)) {
    const line = text.slice(start, end);
    const trimmed = line.trim();
    if (trimmed === "") {
      blankBefore = true;
      continue;
    }
    if (blankBefore && lines.length > 0) block++;
    blankBefore = false;
    const from = start + line.indexOf(trimmed);
    lines.push({ start: from, end: from + trimmed.length, text: trimmed, block });
  }
  return lines;
}

/**
 * The lines of a text without what ends them, blank ones too. Only the ends are looked for: a pattern
 * for whole lines overflows the engine's stack on a line of some megabytes.
 */
export function* rawLines(text: string): Generator<Span> {
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(LINE_BREAK)) {
    yield { start, end: index };
    start = index + lineBreak.length;
  }
  yield { start, end: text.length };
}

/** The stretches of a text within its lines that are not blank, from the first word to the last. */
export function wordStretches(text: string): Span[] {
  const stretches: Span[] = [];
  for (const { start, end } of rawLines(text)) {
    const line = text.slice(start, end);
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const from = start + line.indexOf(trimmed);
    stretches.push({ start: from, end: from + trimmed.length });
  }
  return stretches;
}
