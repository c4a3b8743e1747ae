/** Words and marks of a text as the tagger of names reads them, in sentences. */
import type { Span } from "#lib/text/span.ts";

export type Token = Span & {
  text: string;
  /** First of its sentence, or after an opening quotation mark: its capital tells nothing. */
  isInitial: boolean;
  /** No white space stands before it. */
  isGlued: boolean;
};

const SHORTENED = `[Mm]rs?|[Mm]s|[Dd]r|Prof|St|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Spc|Pfc|Brig|Adm|Cmdr|Sen|Rep|Gov|Rev|Hon|Jr|Sr|vs|No|Inc|Ltd|Co|Corp`;
const DATED = `Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`;
const ENDS = `(?![\\p{L}\\p{M}])`;
const CLITIC = `['’](?:s|re|ve|ll|m|d|t)${ENDS}`;
const WORD = `[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’](?!(?:s|re|ve|ll|m|d|t)${ENDS})\\p{L}[\\p{L}\\p{M}]*)*`;
/** A full stop belongs to the abbreviation or initial before it. */
const TOKEN = new RegExp(
  `(?:\\p{Lu}\\.){2,}|(?:${SHORTENED}|${DATED}|\\p{Lu})\\.|\\d+(?:[.,:]\\d+)*|${CLITIC}|${WORD}|[^\\s\\p{L}\\p{N}]`,
  "gu",
);
const OPENING = /^["“‘«([–—]$/;
const CLOSING = /^["”’'»)\]]$/;
/** More marks than these do not close a sentence. */
const MOST_CLOSING = 3;
const STOP = /^[.!?…]$/;
/** The sentences of a text, each as its tokens; a line's end ends a sentence too. */
export function tokenise(text: string): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const last = sentence.at(-1);
    if (last && start > end && endsSentence(text, sentence, end, start)) {
      sentences.push(sentence);
      sentence = [];
    }
    const before = sentence.at(-1);
    sentence.push({
      start,
      end: start + match[0].length,
      text: match[0],
      isInitial: before === undefined || (before.isInitial && OPENING.test(before.text)),
      isGlued: start === end && start > 0,
    });
    end = start + match[0].length;
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

function endsSentence(text: string, sentence: Token[], end: number, start: number): boolean {
  if (text.slice(end, start).includes("\n")) return true;
  const last = sentence.slice(-1 - MOST_CLOSING).map((token) => token.text);
  const mark = last.findLast((each) => !CLOSING.test(each)) ?? "";
  if (!STOP.test(mark)) return false;
  return !/\p{Ll}/u.test(text[start] ?? "");
}
