/** Sentences of tests in which the parts of an attribution are marked. */
import type { Span } from "#lib/text/span.ts";

export type MarkedWords = {
  text: string;
  sentence: Span;
  words: { content: Span[]; cue: Span | null; source: Span | null };
};

/** A text without its marks: the words said stand in `{}`, the cue in `<>`, the source in `[]`. */
export function markedWords(marked: string): MarkedWords {
  let text = "";
  let opened = 0;
  const content: Span[] = [];
  let cue: Span | null = null;
  let source: Span | null = null;
  for (const piece of marked.split(/([{}<>[\]])/)) {
    if (["{", "<", "["].includes(piece)) opened = text.length;
    else if (piece === "}") content.push({ start: opened, end: text.length });
    else if (piece === ">") cue = { start: opened, end: text.length };
    else if (piece === "]") source = { start: opened, end: text.length };
    else text += piece;
  }
  return { text, sentence: { start: 0, end: text.length }, words: { content, cue, source } };
}
