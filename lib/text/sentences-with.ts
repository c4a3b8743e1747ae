import { sentencesOf } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";

const PARAGRAPH_BREAK = "\n\n";

/**
 * The sentences of a text that hold any of `spans`, which stand in its order: each once, in order.
 * Paragraphs are parted by a blank line; the time grows with the text, not with the spans in it.
 */
export function sentencesWith(text: string, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let next = 0;
  for (let start = 0; start < text.length && next < spans.length;) {
    const closing = text.indexOf(PARAGRAPH_BREAK, start);
    const end = closing < 0 ? text.length : closing;
    if ((spans[next] as Span).start < end) {
      for (const sentence of sentencesOf(text.slice(start, end))) {
        const place = { start: start + sentence.start, end: start + sentence.end };
        const first = next;
        while (next < spans.length && (spans[next] as Span).start < place.end) next++;
        if (next > first) found.push(place);
      }
    }
    start = end + PARAGRAPH_BREAK.length;
  }
  return found;
}
