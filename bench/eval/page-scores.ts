/** How near what was found on a page is to what is known of it. */

export type Share = { precision: number; recall: number };

const SHINGLE_WORDS = 4;

/** Precision and recall of the four-word shingles of two texts, repeated ones counted as often. */
export function scoreShingles(found: string, gold: string): Share {
  const [first, second] = [shinglesOf(found), shinglesOf(gold)];
  let shared = 0;
  for (const [shingle, count] of first.counts)
    shared += Math.min(count, second.counts.get(shingle) ?? 0);
  return {
    precision: first.total === 0 ? Number(second.total === 0) : shared / first.total,
    recall: second.total === 0 ? Number(first.total === 0) : shared / second.total,
  };
}

function shinglesOf(text: string): { counts: Map<string, number>; total: number } {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  const total = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1);
  for (let i = 0; i < total; i++) {
    const shingle = words.slice(i, i + SHINGLE_WORDS).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return { counts, total };
}

export function f1({ precision, recall }: Share): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

export function mean(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, each) => sum + each, 0) / figures.length;
}

/** F1 of two sets of names, letter case, punctuation and order apart. */
export function scoreSets(found: readonly string[], gold: readonly string[]): number {
  const [first, second] = [new Set(found.map(plain)), new Set(gold.map(plain))];
  const shared = [...first].filter((each) => second.has(each)).length;
  return first.size + second.size === 0 ? 1 : (2 * shared) / (first.size + second.size);
}

/** True for texts that differ in nothing but white space, letter case and the form of punctuation. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** Letters and figures only, one space between words. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’‘ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A credit for comparing: which words say who, in any order; `Photo by` and the like say nothing. */
export function creditKey(credit: string): string {
  const words = plain(credit).split(" ");
  const telling = words.filter(
    (word) => !/^(?:photo|photograph|picture|image|by|credit|courtesy|of|via|the)$/.test(word),
  );
  return [...new Set(telling)].sort().join(" ");
}
