/** Plain BM25, what the archive's ranking is held against. */

const SATURATION = 1.2;
const LENGTH = 0.75;

type Text = { id: string; text: string };

/** Ranks texts for a query: the ids of those that share a word with it, the best first. */
export function plainBm25(texts: readonly Text[]): (query: string) => string[] {
  const words = texts.map(({ text }) => stemsOf(text));
  const average = words.reduce((sum, list) => sum + list.length, 0) / texts.length;
  const postings = new Map<string, Map<number, number>>();
  words.forEach((list, at) => {
    for (const word of list) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(at, (counts.get(at) ?? 0) + 1));
    }
  });
  return (query) => {
    const scores = new Map<number, number>();
    for (const word of stemsOf(query)) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, count] of counts) {
        const norm = SATURATION * (1 - LENGTH + (LENGTH * (words[at]?.length ?? 0)) / average);
        const score = (rarity * count * (SATURATION + 1)) / (count + norm);
        scores.set(at, (scores.get(at) ?? 0) + score);
      }
    }
    return [...scores]
      .sort(([one, a], [other, b]) => b - a || one - other)
      .map(([at]) => texts[at]?.id ?? "");
  };
}

/** Words in small letters without the endings of plurals (Harman, How effective is suffixing?, 1991). */
function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => {
    if (word.length > 3 && /[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
    if (word.length > 3 && /[^aeo]es$/.test(word)) return word.slice(0, -1);
    return word.length > 2 && /[^us]s$/.test(word) ? word.slice(0, -1) : word;
  });
}
