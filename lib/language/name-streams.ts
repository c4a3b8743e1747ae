/** A sentence as numbers: of each word, its class and its place in a noun phrase. */
import { listedPhrases } from "./known-names.ts";
import type { Token } from "./name-tokens.ts";
import { isCapitalised, type Word } from "./name-words.ts";
import { classNumber, classNumbers, KIND_OF_CLASS } from "./word-classes.ts";

/** Each array is as long as the sentence. */
export type Streams = {
  class: Uint8Array;
  /** The class, with those that behave alike taken together; so with all that follow. */
  kind: Uint8Array;
  /** Of the noun phrase the word stands in: its head, its first word, and what stands around it. */
  head: Uint8Array;
  lead: Uint8Array;
  before: Uint8Array;
  after: Uint8Array;
  /** The head of the phrase that an "of" or "in" after this one begins. */
  complement: Uint8Array;
  /** The head by its class. */
  headClass: Uint8Array;
  shape: Uint8Array;
  /** 0 outside a phrase, 1 first, 2 within, 3 last, 4 alone. */
  place: Uint8Array;
  /** 1 where it touches the word before, 2 the word after, 3 both. */
  glue: Uint8Array;
  /** What the text shows of the word elsewhere, as bits. */
  memory: Uint8Array;
  /** Index of the head, or -1 outside a phrase. */
  headAt: Int32Array;
};

const NONE = 0;
const DETERMINERS = classNumbers("the a this quantity my our his their its your number");
const MODIFIERS = classNumbers(
  "adjective demonym direction date letter initials particle quantity number",
);
const NOUNS = classNumbers(
  `person people group place-noun matter country place demonyms body given family leader peoples things
  thing capitals capital first-capital title lower`,
);
const PARTICIPLES = classNumbers("past gerund verb adverb");
const DASH = classNumber("dash");
const OF = classNumber("of");
const IN = classNumber("in");

/** Reads a sentence; `memories` tells of capitalised words what the text shows elsewhere. */
export function readStreams(
  sentence: readonly Token[],
  words: readonly Word[],
  memories: ReadonlyMap<string, number>,
): Streams {
  const n = sentence.length;
  const streams = emptyStreams(n);
  for (let i = 0; i < n; i++) {
    streams.class[i] = words[i]?.class ?? NONE;
    streams.shape[i] = words[i]?.shape ?? NONE;
    streams.glue[i] = (sentence[i]?.isGlued ? 1 : 0) + (sentence[i + 1]?.isGlued ? 2 : 0);
    streams.memory[i] = memories.get(sentence[i]?.text ?? "") ?? 0;
  }
  markListedPhrases(sentence, streams);
  for (let i = 0; i < n; i++) streams.kind[i] = kindOf(streams.class[i]);
  readPhrases(streams);
  return streams;
}

function emptyStreams(n: number): Streams {
  const bytes = () => new Uint8Array(n);
  return {
    class: bytes(),
    kind: bytes(),
    head: bytes(),
    lead: bytes(),
    before: bytes(),
    after: bytes(),
    complement: bytes(),
    headClass: bytes(),
    shape: bytes(),
    place: bytes(),
    glue: bytes(),
    memory: bytes(),
    headAt: new Int32Array(n).fill(-1),
  };
}

function kindOf(number: number | undefined): number {
  return KIND_OF_CLASS[number ?? NONE] ?? NONE;
}

function markListedPhrases(sentence: readonly Token[], { class: classes, shape }: Streams): void {
  for (let i = 0; i < sentence.length; i++) {
    if (!isCapitalised(shape[i] ?? NONE)) continue;
    const candidates = listedPhrases(sentence[i]?.text.toLowerCase() ?? "");
    const found = candidates.find(({ rest }) =>
      rest.every((word, k) => sentence[i + k + 1]?.text.toLowerCase() === word),
    );
    if (!found) continue;
    classes.fill(classNumber(found.type), i, i + found.rest.length + 1);
    i += found.rest.length;
  }
}

function readPhrases(streams: Streams): void {
  const phrases: { start: number; end: number }[] = [];
  const n = streams.class.length;
  for (let start = 0; start < n;) {
    const end = phraseEnd(streams, start);
    if (end > start) phrases.push({ start, end });
    start = Math.max(end, start + 1);
  }
  const headsByStart = new Uint8Array(n + 1);
  for (const { start, end } of phrases.reverse()) {
    const headAt = headOf(streams.class, start, end);
    headsByStart[start] = kindOf(streams.class[headAt]);
    fillPhrase(streams, start, end, headAt, headsByStart);
  }
}

function fillPhrase(
  streams: Streams,
  start: number,
  end: number,
  headAt: number,
  headsByStart: Uint8Array,
): void {
  const next = streams.class[end] ?? NONE;
  const fill = (stream: Uint8Array | Int32Array, value: number) => stream.fill(value, start, end);
  fill(streams.headAt, headAt);
  fill(streams.headClass, streams.class[headAt] ?? NONE);
  fill(streams.head, kindOf(streams.class[headAt]));
  fill(streams.lead, kindOf(streams.class[start]));
  fill(streams.before, start > 0 ? kindOf(streams.class[start - 1]) : NONE);
  fill(streams.after, kindOf(next));
  fill(streams.complement, next === OF || next === IN ? (headsByStart[end + 1] ?? NONE) : NONE);
  fill(streams.place, 2);
  streams.place[start] = 1;
  streams.place[end - 1] = end - start === 1 ? 4 : 3;
}

/** Where the noun phrase that begins at a word ends; the same index where none begins. */
function phraseEnd({ class: classes, glue }: Streams, start: number): number {
  const classAt = (i: number) => classes[i] ?? NONE;
  let hasNoun = false;
  for (let i = start; i < classes.length; i++) {
    const kind = classAt(i);
    if (NOUNS.has(kind)) hasNoun = true;
    else if (PARTICIPLES.has(kind)) {
      // "liberated areas" is a phrase, "the areas liberated" ends before the participle.
      if (hasNoun || (i === start && !NOUNS.has(classAt(i + 1)))) return i;
    } else if (kind === DASH) {
      if (glue[i] !== 3 || i === start) return i;
    } else if (MODIFIERS.has(kind)) continue;
    else if (!DETERMINERS.has(kind) || (i > start && !DETERMINERS.has(classAt(i - 1)))) return i;
  }
  return classes.length;
}

function headOf(classes: Uint8Array, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) if (NOUNS.has(classes[i] ?? NONE)) return i;
  return end - 1;
}
