/**
 * The keys under which a misspelt word is found: what is left of a word without some of its letters.
 * Two words of which one becomes the other by so many changes share one (Garbe's symmetric delete
 * spelling correction, 2012).
 */

/** Words are as long; longer ones are rarely misspelt into each other within a search. */
const WORD = /^[\p{L}\p{M}]{3,20}$/u;
/** Keys are of the beginning, so that long words have no more of them. */
const BEGINNING = 7;
/** Shorter words are like too many others. */
const MIN_LENGTH_FOR_TWO = 6;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** True where a stored term may be offered as a word, or lead to one. */
export function isWord(term: string): boolean {
  return WORD.test(term);
}

/** By how many changes a misspelt word of this length may differ from what was meant. */
export function allowedChanges(length: number): number {
  return length < MIN_LENGTH_FOR_TWO ? 1 : 2;
}

/** Numbers of 32 bits, each once; two words may share one by chance. */
export function wordKeys(word: string): number[] {
  let shortened = new Set([word.slice(0, BEGINNING)]);
  const all = new Set(shortened);
  for (let left = allowedChanges(word.length); left > 0; left--) {
    shortened = new Set([...shortened].flatMap(withoutEachLetter));
    for (const each of shortened) all.add(each);
  }
  return [...new Set([...all].map(hash))];
}

function withoutEachLetter(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Fowler, Noll and Vo's 1a. */
function hash(text: string): number {
  let value = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return value | 0;
}
