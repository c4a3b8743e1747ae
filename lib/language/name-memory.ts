/** What the whole text shows of its capitalised words, wherever each stands. */
import type { Token } from "./name-tokens.ts";
import { isCapitalised, type Word } from "./name-words.ts";
import { classNumber, classNumbers } from "./word-classes.ts";

const PERSONAL = classNumbers("title given person leader");
const WITHIN_NAME = classNumbers("capital first-capital family letter particle dash initials");
const IN = classNumber("in");
const PLACE_NOUN = classNumber("place-noun");
const BODIES = classNumbers("group people");
const SAY = classNumber("say");
const OF = classNumber("of");
const SEEN = { person: 1, place: 2, body: 4 };

/** For each word of a name, as bits of `SEEN`, what stands around it anywhere in the text. */
export function rememberWords(
  sentences: readonly (readonly Token[])[],
  words: readonly (readonly Word[])[],
): Map<string, number> {
  const memories = new Map<string, number>();
  sentences.forEach((sentence, s) => rememberSentence(sentence, words[s] ?? [], memories));
  return memories;
}

function rememberSentence(
  sentence: readonly Token[],
  words: readonly Word[],
  memories: Map<string, number>,
): void {
  let context = 0;
  sentence.forEach(({ text }, i) => {
    const word = words[i];
    if (!word) return;
    context = contextAfter(word, context);
    if (!isCapitalised(word.shape) || !WITHIN_NAME.has(word.class)) return;
    const seen = context | companyOf(words[i - 1], words[i + 1]);
    memories.set(text, (memories.get(text) ?? 0) | seen);
  });
}

/** After a title or first name comes a person; after "in", or "city of", a place. */
function contextAfter({ class: kind, shape }: Word, context: number): number {
  const isName = WITHIN_NAME.has(kind);
  if (PERSONAL.has(kind) && isCapitalised(shape)) context |= SEEN.person;
  else if (!isName) context &= ~SEEN.person;
  if (isName && isCapitalised(shape)) return context;
  if (kind === IN || kind === PLACE_NOUN) return context | SEEN.place;
  return kind === OF ? context : context & ~SEEN.place;
}

function companyOf(before: Word | undefined, after: Word | undefined): number {
  return (
    (after?.class === PLACE_NOUN ? SEEN.place : 0) |
    (after?.class === SAY || before?.class === SAY ? SEEN.person : 0) |
    (after && BODIES.has(after.class) ? SEEN.body : 0)
  );
}
