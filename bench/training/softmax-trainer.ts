/**
 * Softmax regression over the candidates of a choice, by FTRL-Proximal (McMahan and others, "Ad Click
 * Prediction", 2013), whose pull towards 0 leaves few weights, so that they can be read.
 */
import { joinHashes, type FeatureSink, type Key } from "#lib/language/feature-keys.ts";
import { softmax, type Weights } from "#lib/language/linear-model.ts";

/** A candidate so nearly right, or wrong, teaches nothing more. */
const LEAST_SLOPE = 1e-4;

export type TrainingSettings = {
  epochs: number;
  rate: number;
  /** What a weight has to bring before it is anything but 0. */
  l1: number;
  /** Pulls every weight towards 0. */
  l2: number;
  /** A feature of fewer choices is left out. */
  minCount: number;
  /** A weight below is left out in the end. */
  minWeight: number;
};

/** Choices to learn from: the features of each candidate, and which of them is right. */
export class ChoiceSet {
  private ids = new Int32Array(1 << 20);
  private used = 0;
  /** Where each candidate's features begin. */
  private readonly candidates: number[] = [];
  /** Where each choice's candidates begin, and which is right. */
  private readonly choices: Choice[] = [];
  private open = 0;
  readonly names = new Map<number, string>();

  get size(): number {
    return this.choices.length;
  }

  /** Adds a candidate to the choice at hand; with a suffix, its features end with it. */
  addCandidate(sink: FeatureSink | null, suffix?: Key): void {
    this.candidates.push(this.used);
    if (!sink) return;
    for (let i = 0; i < sink.length; i++) {
      const id = sink.ids[i] ?? 0;
      const joined = suffix ? joinHashes(id, suffix.hash) : id;
      if (suffix && !this.names.has(joined)) {
        this.names.set(joined, `${this.names.get(id)} ${suffix.name}`);
      }
      this.push(joined);
    }
  }

  /** Ends the choice at hand; without a right candidate it is forgotten. */
  endChoice(right: number): void {
    const from = this.open;
    const to = this.candidates.length;
    if (right >= 0 && to - from > 1) {
      this.choices.push({ from, to, right: from + right });
      this.open = to;
      return;
    }
    this.used = this.candidates[from] ?? this.used;
    this.candidates.length = from;
  }

  /** The weights that make the right candidates likeliest; of all choices but those of a range. */
  train(settings: TrainingSettings, without = { from: 0, to: 0 }): Weights {
    const starts = Int32Array.from([...this.candidates, this.used]);
    const { index, hashes } = this.indexFeatures(settings.minCount);
    const state: State = {
      starts,
      index,
      weights: new Float64Array(hashes.length),
      sums: new Float64Array(hashes.length),
      squares: new Float64Array(hashes.length),
    };
    const order = [...this.choices.keys()].filter((i) => i < without.from || i >= without.to);
    const random = generator(7);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      shuffle(order, random);
      for (const i of order) {
        const choice = this.choices[i];
        if (choice) step(choice, state, settings);
      }
    }
    return this.readable(state.weights, hashes, settings.minWeight);
  }

  private push(id: number): void {
    if (this.used === this.ids.length) {
      const larger = new Int32Array(this.ids.length * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.used++] = id;
  }

  /** Numbers the features that are frequent enough from 0; -1 stands for the others. */
  private indexFeatures(minCount: number): { index: Int32Array; hashes: number[] } {
    const counts = new Map<number, number>();
    for (let i = 0; i < this.used; i++) {
      const id = this.ids[i] ?? 0;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const numbers = new Map<number, number>();
    const index = new Int32Array(this.used);
    for (let i = 0; i < this.used; i++) {
      const id = this.ids[i] ?? 0;
      if ((counts.get(id) ?? 0) < minCount) {
        index[i] = -1;
        continue;
      }
      let number = numbers.get(id);
      if (number === undefined) numbers.set(id, (number = numbers.size));
      index[i] = number;
    }
    return { index, hashes: [...numbers.keys()] };
  }

  private readable(weights: Float64Array, hashes: number[], minWeight: number): Weights {
    const entries = hashes.flatMap((hash, i): [string, number][] => {
      const weight = Math.round((weights[i] ?? 0) * 100) / 100;
      const name = this.names.get(hash);
      return name !== undefined && Math.abs(weight) >= minWeight ? [[name, weight]] : [];
    });
    const byTemplate: Weights = {};
    for (const [name, weight] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const space = name.indexOf(" ");
      (byTemplate[name.slice(0, space)] ??= {})[name.slice(space + 1)] = weight;
    }
    return byTemplate;
  }
}

/** The candidates `[from, to)` of a choice, and the right one. */
type Choice = { from: number; to: number; right: number };

type State = {
  starts: Int32Array;
  index: Int32Array;
  weights: Float64Array;
  /** Of the gradients so far, less what the weights account for. */
  sums: Float64Array;
  /** Of the squared gradients so far. */
  squares: Float64Array;
};

function step(choice: Choice, state: State, settings: TrainingSettings): void {
  const { from, to, right } = choice;
  const { starts, index } = state;
  const chances = chancesOf(choice, state);
  for (let c = from; c < to; c++) {
    const slope = (chances[c - from] ?? 0) - (c === right ? 1 : 0);
    if (Math.abs(slope) < LEAST_SLOPE) continue;
    for (let f = starts[c] ?? 0; f < (starts[c + 1] ?? 0); f++) {
      const feature = index[f] ?? -1;
      if (feature >= 0) move(feature, slope, state, settings);
    }
  }
}

function chancesOf({ from, to }: Choice, { starts, index, weights }: State): Float64Array {
  const scores = new Float64Array(to - from);
  for (let c = from; c < to; c++) {
    let score = 0;
    for (let f = starts[c] ?? 0; f < (starts[c + 1] ?? 0); f++) {
      const feature = index[f] ?? -1;
      if (feature >= 0) score += weights[feature] ?? 0;
    }
    scores[c - from] = score;
  }
  return softmax(scores);
}

function move(
  feature: number,
  gradient: number,
  { weights, sums, squares }: State,
  { rate, l1, l2 }: TrainingSettings,
): void {
  const before = squares[feature] ?? 0;
  const square = before + gradient * gradient;
  const share = (Math.sqrt(square) - Math.sqrt(before)) / rate;
  const sum = (sums[feature] ?? 0) + gradient - share * (weights[feature] ?? 0);
  squares[feature] = square;
  sums[feature] = sum;
  const excess = Math.max(0, Math.abs(sum) - l1);
  weights[feature] = (-Math.sign(sum) * excess) / ((0.1 + Math.sqrt(square)) / rate + l2);
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
  }
}
