/**
 * The terms by which coverage of one event is known: the words of headline and beginning, weighed
 * by how rare they are in the archive (tf–idf, compared by cosine).
 */
import { hashWord, wordsOf } from "#lib/text/hashed-words.ts";

/** What happened stands at the beginning; further down, background makes all articles alike. */
const LEAD_WORDS = 150;
/** More than so many words take, whatever they are. */
const LEAD_CHARACTERS = 4_000;
/** A word of the headline counts as if it stood in the text so often more. */
const HEADLINE_COUNT = 2;
const MAX_TERMS = 160;

/**
 * Words that say nothing about what happened. In a large archive their frequency shows that by
 * itself; in a small one it cannot yet.
 */
const FUNCTION_WORDS = new Set(
  (
    "a an the and or but if of to in on at by for with from as is are was were be been being it " +
    "its he she they his her their them him we our you your i my me this that these those which " +
    "who whom what when where how why not no nor so than then there here has have had do does did " +
    "will would can could may might must shall should about after before over under into out up " +
    "down off more most other some such only own same too very just also said says say mr mrs ms " +
    "one two first"
  ).split(" "),
);

/** How many articles of an archive, or of a sample of it, use each term. Keys are term hashes. */
export type TermFrequencies = { articles: number; articlesWith: ReadonlyMap<number, number> };

export type Terms = {
  /** How often each term stands in headline and beginning, by its hash; the headline counts more. */
  counts: ReadonlyMap<number, number>;
  /** The words behind the hashes, in the form in which they first stand in the text. */
  words: ReadonlyMap<number, string>;
};

/** The terms of a headline and the beginning of a body; at most 160. */
export function termsOf(headline: string | null, body: string): Terms {
  const counts = new Map<number, number>();
  const words = new Map<number, string>();
  const lead = body.slice(0, LEAD_CHARACTERS);
  const add = (word: string, count: number) => {
    const hash = hashWord(stem(word));
    if (counts.size >= MAX_TERMS && !counts.has(hash)) return;
    counts.set(hash, (counts.get(hash) ?? 0) + count);
    if (!words.has(hash)) words.set(hash, word);
  };
  for (const word of new Set(termWords(headline ?? "").filter(isTelling)))
    add(word, HEADLINE_COUNT);
  for (const word of termWords(lead).slice(0, LEAD_WORDS).filter(isTelling)) add(word, 1);
  let written: ReadonlyMap<number, string> | null = null;
  return {
    counts,
    // Found at need: for people who read the reasons, not where thousands are compared.
    get words() {
      written ??= withCapitals(words, `${headline ?? ""}\n${lead}`);
      return written;
    },
  };
}

function termWords(text: string): string[] {
  return wordsOf(text.replaceAll(/['’]s(?!\p{L})/gu, ""));
}

/** Single characters tell events apart only where words have no spaces between. */
function isTelling(word: string): boolean {
  return (word.length > 1 || word > "\u0e00") && !FUNCTION_WORDS.has(word);
}

/** "talks" and "talk" are one term. */
function stem(word: string): string {
  return word.replace(/ies$/, "y").replace(/(?<=..[^s])s$/, "");
}

/** Names as they are written, for people to read. */
function withCapitals(words: Map<number, string>, text: string): Map<number, string> {
  const written = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)) {
    const plain = word.normalize("NFKC").toLowerCase();
    if (!written.has(plain)) written.set(plain, word);
  }
  return new Map([...words].map(([hash, word]) => [hash, written.get(word) ?? word]));
}

/** How much a term tells about an article: more the more it is used there, and elsewhere less. */
export function weighTerm(hash: number, count: number, frequencies: TermFrequencies): number {
  // A word that the archive has never seen is as rare as one that it has seen once.
  const others = Math.max(1, frequencies.articlesWith.get(hash) ?? 0);
  const rarity = Math.log((Math.max(1, frequencies.articles) + 1) / others);
  return (1 + Math.log(count)) * Math.max(0, rarity);
}

type Counts = ReadonlyMap<number, number>;

export type Likeness = {
  /** Cosine of the two articles' weighed terms, 0–1. */
  cosine: number;
  /** Terms of both, those that say most first. */
  shared: number[];
};

/** How alike two articles' terms are. */
export function compareTerms(a: Counts, b: Counts, frequencies: TermFrequencies): Likeness {
  const [ours, theirs] = [weigh(a, frequencies), weigh(b, frequencies)];
  const products: [hash: number, product: number][] = [];
  let sum = 0;
  for (const [hash, weight] of theirs.weights) {
    const product = weight * (ours.weights.get(hash) ?? 0);
    if (product === 0) continue;
    sum += product;
    products.push([hash, product]);
  }
  const norm = ours.length * theirs.length;
  const shared = products.sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([hash]) => hash);
  return { cosine: norm === 0 ? 0 : Math.min(1, sum / norm), shared };
}

type Weighed = { weights: ReadonlyMap<number, number>; length: number };

const weighedBefore = new WeakMap<Counts, Weighed & { frequencies: TermFrequencies }>();

/** One article is compared with many in a row: its weights are worked out once. */
function weigh(counts: Counts, frequencies: TermFrequencies): Weighed {
  const known = weighedBefore.get(counts);
  if (known?.frequencies === frequencies) return known;
  const weights = new Map<number, number>();
  let squares = 0;
  for (const [hash, count] of counts) {
    const weight = weighTerm(hash, count, frequencies);
    weights.set(hash, weight);
    squares += weight ** 2;
  }
  const weighed = { weights, length: Math.sqrt(squares), frequencies };
  weighedBefore.set(counts, weighed);
  return weighed;
}

/** The frequencies in a collection of articles, each given by its terms' hashes. */
export function countTerms(articles: Iterable<Iterable<number>>): TermFrequencies {
  const articlesWith = new Map<number, number>();
  let count = 0;
  for (const hashes of articles) {
    count++;
    for (const hash of hashes) articlesWith.set(hash, (articlesWith.get(hash) ?? 0) + 1);
  }
  return { articles: count, articlesWith };
}
