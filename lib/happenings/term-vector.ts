/** Weighed terms of an article, or the sum of those of a group's articles. */
export class TermVector {
  readonly #weights = new Map<number, number>();
  /** Vectors of unit length that it is the sum of. */
  #size = 0;

  /** The vector of one article: its weights brought to length 1. */
  static ofUnitLength(weights: Iterable<readonly [hash: number, weight: number]>): TermVector {
    const vector = new TermVector();
    const all = [...weights];
    const length = Math.hypot(...all.map(([, weight]) => weight));
    for (const [hash, weight] of all) vector.#weights.set(hash, weight / (length || 1));
    vector.#size = 1;
    return vector;
  }

  /** Takes in another; time and memory in proportion to that one's terms. */
  add(other: TermVector): void {
    for (const [hash, weight] of other.#weights)
      this.#weights.set(hash, (this.#weights.get(hash) ?? 0) + weight);
    this.#size += other.#size;
  }

  /** The mean cosine between an article of the one and an article of the other, 0 to 1. */
  meanCosine(other: TermVector): number {
    const [small, large] =
      this.#weights.size <= other.#weights.size ? [this, other] : [other, this];
    let sum = 0;
    for (const [hash, weight] of small.#weights) sum += weight * (large.#weights.get(hash) ?? 0);
    return this.#size * other.#size === 0 ? 0 : sum / (this.#size * other.#size);
  }
}
