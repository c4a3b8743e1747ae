/** Which words of a text are near to a misspelt one. */
import { editDistance } from "#lib/search/index/edit-distance.ts";
import { foldedWords } from "#lib/search/rank-names.ts";

/** `word` as it stands in the archive, by how many letters it differs, and how many articles have it. */
export type NearWord = { word: string; distance: number; count: number };

const WORD = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]{3,20}(?![\p{L}\p{M}\p{N}])/gu;

/** The words of a text that differ from `folded`, but in no more than `most` letters; each once. */
export function nearestIn(text: string, folded: string, most: number, count: number): NearWord[] {
  const near = new Map<string, NearWord>();
  for (const [word] of text.matchAll(WORD)) {
    if (Math.abs(word.length - folded.length) > most + 1) continue;
    const [plain = ""] = foldedWords(word);
    const distance = editDistance(plain, folded, most);
    if (distance === 0 || distance > most) continue;
    const known = near.get(plain);
    // At the beginning of a sentence and in headlines, words have capitals that are not theirs.
    if (!known || capitals(word) < capitals(known.word)) near.set(plain, { word, distance, count });
  }
  return [...near.values()];
}

/** The nearest first; then those that begin alike, then what most articles have. Each once. */
export function rankNear(folded: string, words: readonly NearWord[]): NearWord[] {
  const sorted = [...words].sort(
    (a, b) =>
      a.distance - b.distance ||
      beginsAlike(b.word, folded) - beginsAlike(a.word, folded) ||
      b.count - a.count,
  );
  const byWord = new Map<string, NearWord>();
  for (const each of sorted) {
    const key = foldedWords(each.word).join(" ");
    if (!byWord.has(key)) byWord.set(key, each);
  }
  return [...byWord.values()];
}

const capitals = (word: string): number => word.match(/\p{Lu}/gu)?.length ?? 0;

function beginsAlike(word: string, folded: string): number {
  return Number(foldedWords(word)[0]?.[0] === folded[0]);
}
