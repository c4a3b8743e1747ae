import { hashOfFeature, type FeatureSink, type Key } from "./feature-keys.ts";
import { FeatureTable } from "./feature-table.ts";
import type { Weights } from "./linear-model.ts";

/** A linear model that chooses among classes, each the last part of a feature's name; a feature is looked up once for all. */
export class ClassModel {
  private readonly table: FeatureTable;
  /** For each feature the weight of every class, one after another. */
  private readonly rows: Float32Array;
  private readonly classes: number;

  constructor(weights: Weights, classes: readonly Key[]) {
    const placeOf = new Map(classes.map(({ name }, i) => [name, i]));
    const rows = new Map<number, number[]>();
    for (const [template, byRest] of Object.entries(weights)) {
      for (const [rest, weight] of Object.entries(byRest)) {
        const [, feature = "", name = ""] = /^(.*) (\S+)$/.exec(`${template} ${rest}`) ?? [];
        const hash = hashOfFeature(feature);
        const row = rows.get(hash) ?? classes.map(() => 0);
        row[placeOf.get(name) ?? -1] = weight;
        rows.set(hash, row);
      }
    }
    this.classes = classes.length;
    this.table = new FeatureTable([...rows.keys()].map((hash, i) => [hash, i * classes.length]));
    this.rows = Float32Array.from([...rows.values()].flat());
  }

  /** Adds to the score of each class the weights of the features gathered. */
  addScores({ ids, length }: FeatureSink, scores: Float64Array): void {
    const { table, rows, classes } = this;
    for (let i = 0; i < length; i++) {
      const start = table.get(ids[i] as number);
      if (start < 0) continue;
      for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (rows[start + k] as number);
    }
  }
}
