/** What a server compiles while it answers its first searches, readers need not wait for. */

/** Searches after which pages take no less time any more, about. */
const MAX_SEARCHES = 40;

/** Of two words that follow each other, a search of each kind in turn. */
const KINDS = [
  (word: string) => word,
  (word: string, next: string) => `${word} ${next}`,
  (word: string, next: string) => `"${word} ${next}"`,
  (word: string, next: string) => `${word} -${next}`,
  (word: string, next: string) => `${word} near/5 ${next}`,
] as const;

/**
 * Asks a site, by its origin, for searches of these words, one after the other; their pages are thrown away.
 * Rejects where it does not answer, or when `signal` says so.
 */
export async function askForPages(
  origin: string,
  words: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const [i, word] of words.slice(0, MAX_SEARCHES).entries()) {
    const q = KINDS[i % KINDS.length]!(word, words[i + 1] ?? word);
    const response = await fetch(`${origin}/search?${new URLSearchParams({ q })}`, { signal });
    await response.arrayBuffer();
  }
}
