/** Sets the paragraphs of two texts beside each other. */
import { diffArrays } from "diff";

/** Past so many paragraphs that differ, finding which belong together takes too long. */
const MAX_CHANGES = 1_000;
/** Paragraphs with so many words in common, of the shorter one's, are versions of one. */
const MIN_ALIKE = 0.35;
/** A longer run of changed paragraphs is not searched for versions of each other. */
const MAX_PARAGRAPHS_MATCHED = 60;
/** So much of a paragraph tells whether it is a version of another. */
const MAX_CHARACTERS_MATCHED = 5_000;

/** A paragraph and its version on the other side; null where there is none. */
export type Aligned = [before: string | null, after: string | null];

/** Pairs equal paragraphs, and between those the ones that are versions of each other, in order. */
export function alignParagraphs(before: readonly string[], after: readonly string[]): Aligned[] {
  const keys = { before: before.map(plain), after: after.map(plain) };
  const parts = diffArrays(keys.before, keys.after, { maxEditLength: MAX_CHANGES }) ?? [
    { value: keys.before, removed: true, added: false },
    { value: keys.after, removed: false, added: true },
  ];
  const aligned: Aligned[] = [];
  const at = { before: 0, after: 0 };
  let run = { before: 0, after: 0 };
  const endRun = () => {
    const removed = before.slice(run.before, at.before);
    // One by one: spread, a long list would be more arguments than a call can have.
    for (const pair of matchVersions(removed, after.slice(run.after, at.after))) aligned.push(pair);
  };
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      endRun();
      for (let i = 0; i < value.length; i++) {
        aligned.push([before[at.before++] as string, after[at.after++] as string]);
      }
      run = { ...at };
    } else at[removed ? "before" : "after"] += value.length;
  }
  endRun();
  return aligned;
}

function matchVersions(removed: readonly string[], added: readonly string[]): Aligned[] {
  const aligned: Aligned[] = [];
  let next = 0;
  const isSearched = Math.max(removed.length, added.length) <= MAX_PARAGRAPHS_MATCHED;
  const words = isSearched ? added.map(wordsOf) : [];
  for (const left of removed) {
    const found = isSearched ? mostAlike(wordsOf(left), words, next) : -1;
    if (found >= 0) for (; next < found; next++) aligned.push([null, added[next] as string]);
    aligned.push([left, found >= 0 ? (added[next++] as string) : null]);
  }
  for (const right of added.slice(next)) aligned.push([null, right]);
  return aligned;
}

function mostAlike(words: Set<string>, others: readonly Set<string>[], from: number): number {
  let best = -1;
  let most = MIN_ALIKE;
  for (const [i, theirs] of others.entries()) {
    if (i < from) continue;
    const shared = [...words].filter((word) => theirs.has(word)).length;
    const alike = shared / Math.max(1, Math.min(words.size, theirs.size));
    if (alike > most) [best, most] = [i, alike];
  }
  return best;
}

function wordsOf(paragraph: string): Set<string> {
  return new Set(plain(paragraph.slice(0, MAX_CHARACTERS_MATCHED)).split(" "));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
