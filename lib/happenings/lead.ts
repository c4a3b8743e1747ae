/** The beginning of an article, where what happened stands; further down is background. */
import { sentencesOf } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";

const LEAD_SENTENCES = 6;
const LEAD_CHARACTERS = 2_500;
const PARAGRAPH_BREAK = "\n\n";

/** The first sentences of a body as spans of it; at most six, and within its first 2,500 characters. */
export function leadSentences(body: string): Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const paragraph of body.slice(0, LEAD_CHARACTERS).split(PARAGRAPH_BREAK)) {
    for (const { start, end } of sentencesOf(paragraph)) {
      spans.push({ start: offset + start, end: offset + end });
      if (spans.length === LEAD_SENTENCES) return spans;
    }
    offset += paragraph.length + PARAGRAPH_BREAK.length;
  }
  return spans;
}
