import { endsLikeSentence, firstSentenceEnd, sentencesOf } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";

/** No more than this is taken before a stretch, nor after it: some texts have no full stops. */
const MAX_CHARACTERS_BESIDE = 600;
const PARAGRAPH_BREAK = "\n\n";

/**
 * The whole sentences, within their paragraphs, that hold a stretch of a text, and with it what
 * stands `beside` it and belongs to it. Where they are very long, at most 600 characters on each side.
 */
export function sentencesAround(
  text: string,
  stretch: Span,
  beside: readonly (Span | null)[] = [],
): Span {
  let { start, end } = stretch;
  for (const other of beside) {
    if (!other) continue;
    if (stretch.start - other.start <= MAX_CHARACTERS_BESIDE) start = Math.min(start, other.start);
    if (other.end - stretch.end <= MAX_CHARACTERS_BESIDE) end = Math.max(end, other.end);
  }
  return { start: sentenceStart(text, start), end: sentenceEnd(text, end) };
}

function sentenceStart(text: string, at: number): number {
  const farthest = Math.max(0, at - MAX_CHARACTERS_BESIDE);
  const before = text.slice(farthest, at);
  const opening = before.lastIndexOf(PARAGRAPH_BREAK);
  const from = opening < 0 ? farthest : farthest + opening + PARAGRAPH_BREAK.length;
  // With the first character of the statement: whether a stop ends a sentence shows after it.
  const sentences = sentencesOf(text.slice(from, at + 1));
  const start = from + (sentences.at(-1)?.start ?? 0);
  const isCut = opening < 0 && farthest > 0 && start === from;
  return isCut ? nextWord(text, start, at) : start;
}

function sentenceEnd(text: string, at: number): number {
  const ahead = text.slice(at, at + MAX_CHARACTERS_BESIDE);
  // The statement's own last characters may hold the stop that ends the sentence.
  if (/^(?:\s|$)/.test(ahead) && endsLikeSentence(text.slice(Math.max(0, at - 8), at))) return at;
  const closing = ahead.indexOf(PARAGRAPH_BREAK);
  const rest = closing < 0 ? ahead : ahead.slice(0, closing);
  const length = rest.trimStart() === "" ? 0 : firstSentenceEnd(rest);
  const isCut = length === MAX_CHARACTERS_BESIDE && at + length < text.length;
  return at + (isCut ? Math.max(0, ahead.lastIndexOf(" ")) : length);
}

/** Where a word begins, at `from` or after it. */
function nextWord(text: string, from: number, limit: number): number {
  const space = text.indexOf(" ", from);
  return space < 0 || space >= limit ? limit : space + 1;
}
