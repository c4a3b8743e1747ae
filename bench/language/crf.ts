/**
 * A linear-chain conditional random field over labels (Lafferty, McCallum and Pereira, 2001),
 * trained by stochastic gradient with AdaGrad's step sizes (Duchi, Hazan and Singer, 2011).
 */
export type Sequence = {
  /** Per word, the numbers of its features. */
  features: Int32Array[];
  labels: Uint8Array;
};

export type CrfOptions = {
  labels: number;
  features: number;
  /** Of the squared weights, as if for the whole set at once. */
  penalty: number;
  epochs: number;
  allowed: (from: number, to: number) => boolean;
};

const STEP = 0.25;

/** Weights: `features × labels` emissions, then `(labels + 1) × labels` transitions, the last row from the start. */
export function trainCrf(sequences: readonly Sequence[], options: CrfOptions): Float64Array {
  return new Trainer(sequences, options).train();
}

class Trainer {
  private readonly weights: Float64Array;
  private readonly squares: Float64Array;
  private readonly decay: Float64Array;
  private readonly moves: number;
  private readonly sequences: readonly Sequence[];
  private readonly options: CrfOptions;

  constructor(sequences: readonly Sequence[], options: CrfOptions) {
    const { labels, features, penalty } = options;
    this.sequences = sequences;
    this.options = options;
    this.moves = features * labels;
    this.weights = new Float64Array(this.moves + (labels + 1) * labels);
    this.squares = new Float64Array(this.weights.length).fill(1e-8);
    const counts = new Float64Array(features);
    for (const sequence of sequences)
      for (const word of sequence.features)
        for (let k = 0; k < word.length; k++) counts[word[k] as number]! += 1;
    this.decay = counts.map((count) => penalty / Math.max(1, count));
  }

  train(): Float64Array {
    const order = this.sequences.map((_, i) => i);
    const sum = new Float64Array(this.weights.length);
    const { epochs } = this.options;
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, epoch + 1);
      for (const i of order) this.learn(this.sequences[i] as Sequence);
      // The mean of the second half of the way is steadier than its end.
      if (epoch >= epochs / 2) for (let k = 0; k < sum.length; k++) sum[k]! += this.weights[k]!;
    }
    const kept = epochs - Math.ceil(epochs / 2);
    return sum.map((value) => value / Math.max(1, kept));
  }

  private learn({ features, labels }: Sequence): void {
    const L = this.options.labels;
    const n = features.length;
    const w = this.weights;
    const emit = new Float64Array(n * L);
    for (let t = 0; t < n; t++) {
      const word = features[t]!;
      for (let k = 0; k < word.length; k++) {
        const base = word[k]! * L;
        for (let y = 0; y < L; y++) emit[t * L + y]! += w[base + y]!;
      }
    }
    const trans = this.transitions();
    const { marginal, pair } = expectations(emit, trans, n, L);
    const T = this.moves;
    for (let t = 0; t < n; t++) {
      const gold = labels[t]!;
      marginal[t * L + gold]! -= 1;
      const from = t === 0 ? L : labels[t - 1]!;
      pair[from * L + gold]! -= 1;
      const word = features[t]!;
      for (let k = 0; k < word.length; k++) {
        const base = word[k]! * L;
        const decay = this.decay[word[k]!]!;
        for (let y = 0; y < L; y++)
          this.step(base + y, marginal[t * L + y]! + decay * w[base + y]!);
      }
    }
    for (let i = 0; i < pair.length; i++) if (trans[i]! > -Infinity) this.step(T + i, pair[i]!);
  }

  private step(at: number, gradient: number): void {
    this.squares[at]! += gradient * gradient;
    this.weights[at]! -= (STEP * gradient) / Math.sqrt(this.squares[at]!);
  }

  private transitions(): Float64Array {
    const L = this.options.labels;
    const trans = new Float64Array((L + 1) * L);
    for (let a = 0; a <= L; a++)
      for (let b = 0; b < L; b++)
        trans[a * L + b] = this.options.allowed(a, b)
          ? this.weights[this.moves + a * L + b]!
          : -Infinity;
    return trans;
  }
}

/** Forward and backward with each word's scores scaled to sum to one, in plain probabilities. */
function expectations(emit: Float64Array, trans: Float64Array, n: number, L: number) {
  const moves = trans.map(Math.exp);
  const likely = new Float64Array(n * L);
  for (let t = 0; t < n; t++) {
    let max = -Infinity;
    for (let y = 0; y < L; y++) max = Math.max(max, emit[t * L + y]!);
    for (let y = 0; y < L; y++) likely[t * L + y] = Math.exp(emit[t * L + y]! - max);
  }
  const alpha = new Float64Array(n * L);
  const scale = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    let total = 0;
    for (let y = 0; y < L; y++) {
      let sum = 0;
      if (t === 0) sum = moves[L * L + y]!;
      else for (let x = 0; x < L; x++) sum += alpha[(t - 1) * L + x]! * moves[x * L + y]!;
      alpha[t * L + y] = sum * likely[t * L + y]!;
      total += alpha[t * L + y]!;
    }
    scale[t] = total;
    for (let y = 0; y < L; y++) alpha[t * L + y]! /= total;
  }
  const beta = new Float64Array(n * L).fill(1);
  const pair = new Float64Array((L + 1) * L);
  for (let t = n - 1; t > 0; t--) {
    for (let x = 0; x < L; x++) {
      let sum = 0;
      for (let y = 0; y < L; y++) {
        const value = (moves[x * L + y]! * likely[t * L + y]! * beta[t * L + y]!) / scale[t]!;
        sum += value;
        pair[x * L + y]! += alpha[(t - 1) * L + x]! * value;
      }
      beta[(t - 1) * L + x] = sum;
    }
  }
  const marginal = alpha.map((value, i) => value * beta[i]!);
  for (let y = 0; y < L; y++) pair[L * L + y]! += marginal[y]!;
  return { marginal, pair };
}

function shuffle(order: number[], seed: number): void {
  let state = seed;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
