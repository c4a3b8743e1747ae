/** Remembers what a model says of each place of a sentence, which its cues ask for in turn. */
import { FeatureSink } from "./feature-keys.ts";
import type { LinearModel } from "./linear-model.ts";
import type { Passage, RegionReader } from "./passage.ts";

export class PlaceScores {
  private readonly model: LinearModel;
  private readonly addFeatures: (sink: FeatureSink, reader: RegionReader, at: number) => void;
  private readonly sink = new FeatureSink();
  private passage: Passage | null = null;
  private from = 0;
  private to = 0;
  /** By the place in the sentence; NaN where it was not asked for yet. */
  private scores = new Float64Array(0);

  /** `addFeatures` must depend on nothing of the reader but its sentence. */
  constructor(
    model: LinearModel,
    addFeatures: (sink: FeatureSink, reader: RegionReader, at: number) => void,
  ) {
    this.model = model;
    this.addFeatures = addFeatures;
  }

  /** The score of a boundary of the reader's sentence. */
  scoreAt(reader: RegionReader, at: number): number {
    const { passage, region } = reader;
    if (passage !== this.passage || region.from !== this.from || region.to !== this.to) {
      this.begin(reader);
    }
    const known = this.scores[at - this.from] ?? NaN;
    if (!Number.isNaN(known)) return known;
    this.sink.clear();
    this.addFeatures(this.sink, reader, at);
    return (this.scores[at - this.from] = this.model.score(this.sink));
  }

  private begin({ passage, region }: RegionReader): void {
    this.passage = passage;
    this.from = region.from;
    this.to = region.to;
    const size = region.to - region.from + 1;
    if (this.scores.length < size) this.scores = new Float64Array(size);
    this.scores.fill(NaN, 0, size);
  }
}
