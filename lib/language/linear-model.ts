import { hashOfFeature, type FeatureSink } from "./feature-keys.ts";

/** Weights by the template of their feature and then by the rest of its name; see `FeatureSink`. */
export type Weights = Record<string, Record<string, number>>;

/** A table of weights that is asked by the numbers of features: open addressing, half empty. */
export class LinearModel {
  private readonly keys: Int32Array;
  private readonly values: Float32Array;
  private readonly mask: number;

  constructor(weights: Weights) {
    const entries = Object.entries(weights).flatMap(([template, byRest]) =>
      Object.entries(byRest).map(([rest, weight]) => [`${template} ${rest}`, weight] as const),
    );
    let size = 16;
    while (size < entries.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Float32Array(size);
    for (const [name, weight] of entries) {
      const hash = hashOfFeature(name);
      const slot = this.slotOf(hash);
      this.keys[slot] = hash;
      this.values[slot] = weight;
    }
  }

  /** The sum of the weights of the features gathered. */
  score({ ids, length }: FeatureSink): number {
    const { keys, values, mask } = this;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const hash = ids[i] as number;
      // Most features have no weight: their slot is free, and no value is fetched for them.
      let slot = hash & mask;
      let key = keys[slot] as number;
      while (key !== 0 && key !== hash) {
        slot = (slot + 1) & mask;
        key = keys[slot] as number;
      }
      if (key !== 0) sum += values[slot] as number;
    }
    return sum;
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** Scores to probabilities that add up to 1, in place. */
export function softmax<T extends number[] | Float64Array>(scores: T): T {
  let max = -Infinity;
  for (const score of scores) max = Math.max(max, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const value = Math.exp((scores[i] ?? 0) - max);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / sum;
  return scores;
}
