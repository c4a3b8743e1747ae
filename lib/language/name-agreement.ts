/** "Ada Brook" in one sentence makes "Brook" in another a person too. */
import { firstLabel, innerLabel, isInner, OUTSIDE } from "./name-labels.ts";
import type { Token } from "./name-tokens.ts";
import { isCapitalised, type Word } from "./name-words.ts";
import { classNumbers } from "./name-classes.ts";

export type TaggedSentence = {
  tokens: readonly Token[];
  words: readonly Word[];
  labels: Uint8Array;
  margins: Float64Array;
};

const SURNAMES = classNumbers("capital first-capital family leader");
const FIRST_OF_PERSON = firstLabel("person");
const WITHIN_PERSON = innerLabel("person");
/** Of a word that the tagger itself took for something else. */
const BORROWED_MARGIN = 1;

/** Labels as persons the single words that end a longer person's name elsewhere in the text; in place. */
export function agreeOnPersons(sentences: readonly TaggedSentence[]): void {
  const surnames = new Set(sentences.flatMap(surnamesOf));
  if (surnames.size === 0) return;
  for (const sentence of sentences) {
    const { tokens, labels, margins } = sentence;
    tokens.forEach(({ text }, i) => {
      if (labels[i] === FIRST_OF_PERSON || !surnames.has(text) || !standsAlone(sentence, i)) return;
      labels[i] = FIRST_OF_PERSON;
      margins[i] = BORROWED_MARGIN;
    });
  }
}

function surnamesOf({ tokens, words, labels }: TaggedSentence): string[] {
  return tokens
    .filter((_, i) => {
      const word = words[i];
      const isLast = labels[i] === WITHIN_PERSON && labels[i + 1] !== WITHIN_PERSON;
      return isLast && word && isCapitalised(word.shape) && SURNAMES.has(word.class);
    })
    .map(({ text }) => text);
}

/** Neither within a longer name nor beside another capitalised word. */
function standsAlone({ words, labels }: TaggedSentence, i: number): boolean {
  const isFree = !isInner(labels[i] ?? OUTSIDE) && !isInner(labels[i + 1] ?? OUTSIDE);
  const beside = [words[i - 1], words[i + 1]];
  return (
    isFree && !beside.some((word) => word && isCapitalised(word.shape) && SURNAMES.has(word.class))
  );
}
