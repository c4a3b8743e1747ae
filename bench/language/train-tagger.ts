/** Learns the weights of the tagger of names: all features first, then the most telling ones again. */
import { BEGINNING, canFollow, LABELS } from "#lib/language/name-labels.ts";
import type { NameWeights } from "#lib/language/name-tagger.ts";
import { trainCrf, type Sequence } from "./crf.ts";
import { toExamples, type Example, type MarkedDocument } from "./name-examples.ts";

/** A feature of one document is chance. */
const LEAST_DOCUMENTS = 2;
const PENALTY = 8;
const FIRST_EPOCHS = 10;
const EPOCHS = 24;
/** Kept small enough to be read in review. */
const MOST_FEATURES = 6_000;
const SCALE = 20;
const L = LABELS.length;

export type Training = { features?: number; epochs?: number };

/** Weights learnt from documents; the same documents give the same weights. */
export function trainTagger(
  documents: readonly MarkedDocument[],
  training: Training = {},
): NameWeights {
  const { features: most = MOST_FEATURES, epochs = EPOCHS } = training;
  const examples = documents.map(toExamples);
  const shared = sharedFeatures(examples);
  const all = learn(examples.flat(), shared, FIRST_EPOCHS);
  const telling = shared
    .map((feature, i) => ({ feature, spread: spreadOf(all, i) }))
    .sort((a, b) => b.spread - a.spread)
    .slice(0, most)
    .map(({ feature }) => feature)
    .sort();
  return toWeights(learn(examples.flat(), telling, epochs), telling);
}

function sharedFeatures(documents: readonly Example[][]): string[] {
  const counts = new Map<string, number>();
  for (const examples of documents) {
    const seen = new Set(examples.flatMap(({ features }) => features.flat()));
    for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= LEAST_DOCUMENTS).map(([feature]) => feature);
}

function learn(
  examples: readonly Example[],
  names: readonly string[],
  epochs: number,
): Float64Array {
  const numbers = new Map(names.map((name, i) => [name, i]));
  const sequences = examples.map(({ features, labels }): Sequence => ({
    features: features.map((word) =>
      Int32Array.from(word.map((name) => numbers.get(name) ?? -1).filter((number) => number >= 0)),
    ),
    labels,
  }));
  const options = {
    labels: L,
    features: names.length,
    penalty: PENALTY,
    epochs,
    allowed: canFollow,
  };
  return trainCrf(sequences, options);
}

function spreadOf(weights: Float64Array, feature: number): number {
  const row = weights.subarray(feature * L, (feature + 1) * L);
  return Math.max(...row) - Math.min(...row);
}

function toWeights(weights: Float64Array, names: readonly string[]): NameWeights {
  const rowAt = (row: number) => {
    const values = Array.from(
      weights.subarray(row * L, (row + 1) * L),
      (value) => Math.round(value * SCALE) || 0,
    );
    while (values.length > 0 && values.at(-1) === 0) values.pop();
    return values;
  };
  const rows = names.map((name, i) => [name, rowAt(i)] as const);
  return {
    scale: SCALE,
    steps: Array.from({ length: BEGINNING + 1 }, (_, from) => rowAt(names.length + from)),
    features: Object.fromEntries(rows.filter(([, row]) => row.length > 0)),
  };
}
