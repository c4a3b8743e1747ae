/** Parts of marked documents to learn from and to be scored on, none of which shares text with another. */
import { overlapOf, shinglesOf } from "#lib/duplicates/fingerprint.ts";

/** Runs of five words in common, as a share of the shorter text's: more is a common passage. */
const MOST_IN_COMMON = 0.1;

/** For each text, which of `count` parts it is in; texts with a passage in common are in the same. */
export function foldsOf(texts: readonly string[], count: number): number[] {
  const shingles = texts.map(shinglesOf);
  const folds: number[] = [];
  shingles.forEach((own, i) => {
    const like = shingles
      .slice(0, i)
      .findIndex((other) => overlapOf(own, other).containment > MOST_IN_COMMON);
    folds.push(folds[like] ?? i % count);
  });
  return folds;
}
