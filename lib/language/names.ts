/**
 * Persons, organisations and locations in English news and official statements, by a small tagger
 * trained with `npm run bench -- train-names`. Pure; its time is linear in the text.
 */
import type { Span } from "#lib/text/span.ts";
import { agreeOnPersons, type TaggedSentence } from "./name-agreement.ts";
import { isInner, OUTSIDE, pronounType, typeOf, type NameType } from "./name-labels.ts";
import { rememberWords } from "./name-memory.ts";
import { readStreams } from "./name-streams.ts";
import { NameTagger } from "./name-tagger.ts";
import { tokenise, type Token } from "./name-tokens.ts";
import weights from "./name-weights.json" with { type: "json" };
import { isCapitalised, type Word } from "./name-words.ts";
import { agreeOnPlaces } from "./place-agreement.ts";
import { joinRegions } from "./region-names.ts";
import { classNumbers } from "./name-classes.ts";

export type NamedSpan = Span & {
  type: NameType;
  /** 0 to 1: how far the words' own marks speak for it; no probability. */
  confidence: number;
};
/** `description`: "the prime minister", "Iraqi officials"; `name` holds a proper name. */
export type Mention = NamedSpan & { form: "name" | "description" | "pronoun" };

/** Capitals that by themselves make no name: nationalities, offices, days. */
const COMMON = classNumbers(
  "demonym demonyms title person people date direction the a this quantity our his their my its adjective",
);
const NAMING = classNumbers(
  "country place body given family leader capitals capital initials letter",
);

let shipped: NameTagger | undefined;

/** The names in a text, in order, without overlap. */
export function findNames(text: string): NamedSpan[] {
  return findMentions(text)
    .filter(({ form }) => form === "name")
    .map(({ start, end, type, confidence }) => ({ start, end, type, confidence }));
}

/** The names in a text, and the descriptions and pronouns that stand for them, in order, without overlap. */
export function findMentions(text: string): Mention[] {
  shipped ??= new NameTagger(weights);
  return findMentionsWith(shipped, text);
}

/** As `findMentions`, by another tagger. */
export function findMentionsWith(tagger: NameTagger, text: string): Mention[] {
  const sentences = tokenise(text);
  const words = sentences.map((sentence) =>
    sentence.map((token) => tagger.look(token.text, token.isInitial)),
  );
  const memories = rememberWords(sentences, words);
  const tagged = sentences.map((tokens, s) => {
    const row = words[s] ?? [];
    return { tokens, words: row, ...tagger.tag(row, readStreams(tokens, row, memories)) };
  });
  agreeOnPersons(tagged);
  agreeOnPlaces(tagged);
  return tagged.flatMap((sentence) => joinRegions(text, toMentions(sentence)));
}

function toMentions({ tokens: sentence, words, labels, margins }: TaggedSentence): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? OUTSIDE;
    if (label === OUTSIDE) continue;
    const first = i;
    while (isInner(labels[i + 1] ?? OUTSIDE)) i++;
    const tokens = sentence.slice(first, i + 1);
    const margin =
      margins.subarray(first, i + 1).reduce((sum, value) => sum + value, 0) / tokens.length;
    mentions.push({
      start: tokens[0]?.start ?? 0,
      end: tokens.at(-1)?.end ?? 0,
      type: typeOf(label),
      confidence: Number((1 / (1 + Math.exp(-margin))).toFixed(2)),
      form: formOf(tokens, words.slice(first, i + 1)),
    });
  }
  return mentions;
}

function formOf(tokens: readonly Token[], words: readonly Word[]): Mention["form"] {
  if (tokens.length === 1 && pronounType(tokens[0]?.text ?? "")) return "pronoun";
  const isNamed = words.some(
    ({ class: kind, shape }, i) =>
      isCapitalised(shape) &&
      !COMMON.has(kind) &&
      (!tokens[i]?.isInitial || NAMING.has(kind) || tokens.length === 1),
  );
  return isNamed ? "name" : "description";
}
