/** What is a place in one sentence is a place in another (label consistency; Krishnan and Manning, 2006). */
import type { TaggedSentence } from "./name-agreement.ts";
import { firstLabel, innerLabel, OUTSIDE } from "./name-labels.ts";
import type { Token } from "./name-tokens.ts";

type Occurrence = { sentence: TaggedSentence; at: number; length: number };

const FIRST = firstLabel("location");
const WITHIN = innerLabel("location");
const PERSON = firstLabel("person");
const WITHIN_PERSON = innerLabel("person");
/** In words: what is longer hardly stands twice. */
const LONGEST = 5;
const LEAST_SHARE = 1 / 3;
/** Of a phrase that the tagger itself took for something else. */
const BORROWED_MARGIN = 1;

/**
 * Labels as places the phrases that stand for nothing, or the single words for a person, where the
 * tagger found at least a third of the same phrases in the text to be places; in place.
 */
export function agreeOnPlaces(sentences: readonly TaggedSentence[]): void {
  const found = Map.groupBy(sentences.flatMap(placesIn), phraseOf);
  if (found.size === 0) return;
  const lengths = new Map<string, Set<number>>();
  for (const phrase of found.keys()) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    lengths.set(first, (lengths.get(first) ?? new Set()).add(words.length));
  }
  const others = Map.groupBy(
    sentences.flatMap((sentence) => openPhrasesIn(sentence, lengths)),
    phraseOf,
  );
  for (const [phrase, places] of found) {
    const open = others.get(phrase) ?? [];
    if (places.length / (places.length + open.length) >= LEAST_SHARE) open.forEach(markPlace);
  }
}

function placesIn(sentence: TaggedSentence): Occurrence[] {
  const { labels } = sentence;
  return Array.from(labels, (_, at) => at)
    .filter((at) => labels[at] === FIRST)
    .map((at) => {
      let length = 1;
      while (labels[at + length] === WITHIN) length++;
      return { sentence, at, length };
    })
    .filter(({ length }) => length <= LONGEST);
}

function openPhrasesIn(
  sentence: TaggedSentence,
  lengths: ReadonlyMap<string, ReadonlySet<number>>,
): Occurrence[] {
  return sentence.tokens.flatMap((token, at) =>
    [...(lengths.get(wordOf(token)) ?? [])]
      .map((length) => ({ sentence, at, length }))
      .filter(isOpen),
  );
}

function isOpen({ sentence: { labels }, at, length }: Occurrence): boolean {
  if (length === 1 && labels[at] === PERSON) return labels[at + 1] !== WITHIN_PERSON;
  const own = labels.subarray(at, at + length);
  return own.length === length && own.every((label) => label === OUTSIDE);
}

function phraseOf({ sentence: { tokens }, at, length }: Occurrence): string {
  return tokens
    .slice(at, at + length)
    .map(wordOf)
    .join(" ");
}

/** Case tells "US" from "us". */
function wordOf({ text }: Token): string {
  return text === "The" ? "the" : text;
}

function markPlace({ sentence: { labels, margins }, at, length }: Occurrence): void {
  labels.fill(WITHIN, at, at + length).fill(FIRST, at, at + 1);
  margins.fill(BORROWED_MARGIN, at, at + length);
}
