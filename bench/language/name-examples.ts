/** Documents with their names marked, as the tagger of names learns from them. */
import { featuresAt } from "#lib/language/name-features.ts";
import { firstLabel, innerLabel, OUTSIDE, type NameType } from "#lib/language/name-labels.ts";
import { rememberWords } from "#lib/language/name-memory.ts";
import { readStreams } from "#lib/language/name-streams.ts";
import { tokenise, type Token } from "#lib/language/name-tokens.ts";
import { describeWord } from "#lib/language/name-words.ts";
import type { Span } from "#lib/text/span.ts";
import { readAllJsonLines } from "../data/json-lines.ts";
import { sharedDataPath } from "../data/shared-data.ts";

export type MarkedDocument = { id: string; text: string; entities: (Span & { type: string })[] };
/** A sentence: of each word its features as they are written in the weights, and its label. */
export type Example = { features: string[][]; labels: Uint8Array };

export const MARKED_DOCUMENTS = sharedDataPath("entities/re3d.jsonl.gz");
/** The types of the archive by their names in the data; it marks others too. */
export const TYPE_OF_MARK: Readonly<Record<string, NameType | undefined>> = {
  Person: "person",
  Organisation: "organisation",
  Location: "location",
};

export function readMarkedDocuments(file: string): Promise<MarkedDocument[]> {
  return readAllJsonLines<MarkedDocument>(file);
}

/** The sentences of a document as examples. */
export function toExamples({ text, entities }: MarkedDocument): Example[] {
  const sentences = tokenise(text);
  const words = sentences.map((sentence) =>
    sentence.map((token) => describeWord(token.text, token.isInitial)),
  );
  const memories = rememberWords(sentences, words);
  return sentences.map((sentence, s) => {
    const row = words[s] ?? [];
    const streams = readStreams(sentence, row, memories);
    return {
      features: sentence.map((_, i) => featuresAt(row, streams, i)),
      labels: toLabels(sentence, entities),
    };
  });
}

function toLabels(sentence: readonly Token[], entities: MarkedDocument["entities"]): Uint8Array {
  const labels = new Uint8Array(sentence.length).fill(OUTSIDE);
  for (const { start, end, type: mark } of entities) {
    const type = TYPE_OF_MARK[mark];
    if (!type) continue;
    const first = sentence.findIndex((token) => token.end > start && token.start < end);
    for (let i = first; i >= 0 && (sentence[i]?.start ?? end) < end; i++) {
      labels[i] = i === first ? firstLabel(type) : innerLabel(type);
    }
  }
  return labels;
}
