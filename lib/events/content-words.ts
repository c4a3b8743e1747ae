import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from "#lib/language/token-classes.ts";
import { stemOf } from "#lib/language/stems.ts";
import { wordsOf } from "#lib/text/hashed-words.ts";

const FUNCTION_WORDS = new Set(
  [ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS].flatMap(
    (words) => [...words],
  ),
);
const MIN_CHARACTERS = 3;

/** The words of an English text that carry its content: their stems, each with how it is written first. */
export function contentWords(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const isContent =
      (word.length >= MIN_CHARACTERS || /\d/.test(word)) && !FUNCTION_WORDS.has(word);
    if (!isContent) continue;
    const stem = stemOf(word);
    if (!found.has(stem)) found.set(stem, word);
  }
  return found;
}
