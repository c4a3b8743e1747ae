/** Keeping the words among which a misspelt one is looked for. */
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { PostingBuilder } from "#lib/search/index/posting-builder.ts";
import { isWord, wordKeys } from "#lib/search/index/word-keys.ts";

/** What one article alone has is more often a misprint than a word; the index `search_words_unkeyed` has the number, too. */
const MIN_ARTICLES = 2;
const WORDS_AT_ONCE = 5_000;

/** Counts the words of the articles of a new segment. */
export async function addWords(tx: Transaction, builder: PostingBuilder): Promise<void> {
  const words = [...builder.counts()].filter(([term]) => isWord(term));
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    const some = words.slice(from, from + WORDS_AT_ONCE);
    await tx.$executeRaw`
      INSERT INTO search_words (term, articles)
      SELECT * FROM unnest(
        ${some.map(([term]) => term)}::text[], ${some.map(([, articles]) => articles)}::int[])
      ON CONFLICT (term) DO UPDATE SET articles = search_words.articles + excluded.articles`;
  }
}

/** True where there are words that cannot be looked up yet. */
export async function areWordsUnkeyed(): Promise<boolean> {
  const [row] = await database.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM search_words WHERE keys = '{}' AND articles >= 2) AS found`;
  return row?.found === true;
}

/** Makes some more words such that they can be looked up; returns how many it were, 0 at the end. */
export async function keyWords(tx: Transaction): Promise<number> {
  const words = await tx.searchWord.findMany({
    where: { keys: { equals: [] }, articles: { gte: MIN_ARTICLES } },
    select: { term: true },
    take: WORDS_AT_ONCE,
  });
  const keys = words.map(({ term }) => `{${wordKeys(term).join()}}`);
  await tx.$executeRaw`
    UPDATE search_words SET keys = given.keys::int[]
    FROM unnest(${words.map(({ term }) => term)}::text[], ${keys}::text[]) AS given (term, keys)
    WHERE search_words.term = given.term COLLATE "C"`;
  return words.length;
}
