/** Words as numbers: what fingerprints and terms are made of. */

/** Scripts that put no space between words: there, each character is taken as a word. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
const SPACED_WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, "gu");

/** Past this a text is compared by its beginning, which bounds time and memory. */
const MAX_WORDS = 50_000;
const MAX_CHARACTERS = 400_000;

/** The words of a text in order, in lower case and compatible form, without punctuation. */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, MAX_CHARACTERS).normalize("NFKC").toLowerCase();
  // The same where no script is unspaced, and several times quicker.
  const word = HAS_UNSPACED.test(plain) ? WORD : SPACED_WORD;
  return plain.match(word)?.slice(0, MAX_WORDS) ?? [];
}

/** A signed 32-bit hash of a word (FNV-1a, then mixed). Fixed: stored fingerprints rest on it. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return mix(hash);
}

/** The hash of a sequence of which `hash` stands for all but the last. Signed, 32 bits. */
export function chainHash(hash: number, last: number): number {
  return mix((Math.imul(hash, 31) + last) | 0);
}

/** The finaliser of MurmurHash3: every bit of the input changes half of the output's. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
