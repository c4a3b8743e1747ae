const SHARED_SHARE = 0.5;
/** Words of so few letters say little. */
const MIN_LETTERS = 3;

/** True where two titles share half of the words that either has, whatever their order and case. */
export function isSimilarTitle(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  const all = first.size + second.size - shared;
  return all > 0 && shared / all >= SHARED_SHARE;
}

function wordsOf(title: string): Set<string> {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length >= MIN_LETTERS);
  return new Set(telling.length > 0 ? telling : words);
}
