import { chooseExtract, toStem } from "#lib/search/extract.ts";
import { sentencesOf } from "#lib/text/sentences.ts";

/** A longer one is cut to what stands around its words. */
export const LONGEST_SENTENCE = 500;

/**
 * The whole sentence of a text, in UTF-16 code units at most 500, that holds most of the words, the
 * first of those that hold as many; the first of the text where none holds any, "" of an empty text.
 */
export function chooseSentence(text: string, words: readonly string[]): string {
  const stems = [...new Set(words.map(toStem))];
  let best = { sentence: "", count: -1 };
  for (const sentence of eachSentence(text)) {
    const count = countHeld(sentence, stems);
    if (count > best.count) best = { sentence, count };
    if (best.count === stems.length) break;
  }
  const { sentence } = best;
  return sentence.length > LONGEST_SENTENCE ? chooseExtract(sentence, words) : sentence;
}

function* eachSentence(text: string): Generator<string> {
  for (const paragraph of text.split(/\n+/)) {
    for (const { start, end } of sentencesOf(paragraph)) yield paragraph.slice(start, end);
  }
}

function countHeld(sentence: string, stems: readonly string[]): number {
  if (stems.length === 0) return 0;
  const held = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return stems.filter((stem) => held.some((word) => word.startsWith(stem))).length;
}
