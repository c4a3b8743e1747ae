import { hashOf, joinHashes, type FeatureSink, type Key } from "./feature-keys.ts";

/** Weights by the template of their feature and then by the rest of its name; see `FeatureSink`. */
export type Weights = Record<string, Record<string, number>>;

/** The bits of so many fill a number of 32 at least. */
const LEAST_SIZE = 16;

/**
 * A table of weights that is asked by the numbers of features: open addressing, a third empty at
 * least, and the weights of a feature right after its number, since fetching memory is most of the
 * time it takes. With classes, which the last part of a feature's name is, a feature has a weight for each.
 */
export class LinearModel {
  private readonly keys: Int32Array;
  /** The same memory: after each number its weights. */
  private readonly values: Float32Array;
  private readonly classes: number;
  private readonly width: number;
  private readonly mask: number;
  /** A bit for the numbers of known features: few kilobytes say of most others that they have no weight. */
  private readonly seen: Uint32Array;
  private readonly shift: number;

  constructor(weights: Weights, classes: readonly Key[] = []) {
    const rows = rowsOf(weights, classes);
    this.classes = Math.max(1, classes.length);
    this.width = 2 ** Math.ceil(Math.log2(1 + this.classes));
    const size = Math.max(LEAST_SIZE, 2 ** Math.ceil(Math.log2(1.5 * rows.size + 2)));
    this.mask = size - 1;
    this.keys = new Int32Array(size * this.width);
    this.values = new Float32Array(this.keys.buffer);
    this.seen = new Uint32Array((8 * size) / 32);
    this.shift = 32 - Math.log2(8 * size);
    for (const [hash, row] of rows) {
      const bit = hash >>> this.shift;
      this.seen[bit >>> 5] = (this.seen[bit >>> 5] as number) | (1 << (bit & 31));
      const at = this.placeOf(hash);
      this.keys[at] = hash;
      this.values.set(row, at + 1);
    }
  }

  /** The sum of the weights of the features gathered. */
  score({ ids, length }: FeatureSink): number {
    const { keys, values } = this;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const hash = ids[i] as number;
      if (!this.maySee(hash)) continue;
      const at = this.placeOf(hash);
      if (keys[at] !== 0) sum += values[at + 1] as number;
    }
    return sum;
  }

  /** Adds the same for each class to its score. */
  addScores({ ids, length }: FeatureSink, scores: Float64Array): void {
    const { keys, values, classes } = this;
    for (let i = 0; i < length; i++) {
      const hash = ids[i] as number;
      if (!this.maySee(hash)) continue;
      const at = this.placeOf(hash);
      if (keys[at] === 0) continue;
      for (let k = 0; k < classes; k++) {
        scores[k] = (scores[k] as number) + (values[at + 1 + k] as number);
      }
    }
  }

  private maySee(hash: number): boolean {
    const bit = hash >>> this.shift;
    return (((this.seen[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0;
  }

  private placeOf(hash: number): number {
    const { keys, mask, width } = this;
    let slot = hash & mask;
    for (let key = keys[slot * width]; key !== 0 && key !== hash; key = keys[slot * width]) {
      slot = (slot + 1) & mask;
    }
    return slot * width;
  }
}

/** The weights of each feature by its number, one for each class. */
function rowsOf(weights: Weights, classes: readonly Key[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [template, byRest] of Object.entries(weights)) {
    for (const [rest, weight] of Object.entries(byRest)) {
      const parts = [template, ...rest.split(" ")];
      const place = classes.findIndex(({ name }) => name === parts.at(-1));
      if (place >= 0) parts.pop();
      const hash = parts.reduce((before, part) => joinHashes(before, hashOf(part)), 0);
      const row = rows.get(hash) ?? [0, ...classes.slice(1).map(() => 0)];
      row[Math.max(0, place)] = weight;
      rows.set(hash, row);
    }
  }
  return rows;
}

/** Scores to probabilities that add up to 1, in place. */
export function softmax<T extends number[] | Float64Array>(scores: T): T {
  const { length } = scores;
  let max = -Infinity;
  for (let i = 0; i < length; i++) max = Math.max(max, scores[i] as number);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const value = Math.exp((scores[i] as number) - max);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < length; i++) scores[i] = (scores[i] as number) / sum;
  return scores;
}
