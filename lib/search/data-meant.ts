/** What a search that finds little may have meant. */
import { today } from "#lib/dates/today.ts";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import { findArticles } from "#lib/search/data-found.ts";
import { listNearNames, listNearWords } from "#lib/search/data-near-words.ts";
import type { NearWord } from "#lib/search/near-words.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import {
  listQueryWords,
  withReplaced,
  type QueryWord,
  type Replacement,
} from "#lib/search/query-words.ts";
import type { MeantQuery, SearchQuery } from "#lib/search/types.ts";

/** Each is looked for by itself; whoever misspells more of them sees what is left. */
const MAX_WORDS = 8;
const MAX_MISSPELT = 3;
/** A word that so few articles have may be a misprint. */
const RARE = 3;
/** What is offered in place of a word that some articles have is in so many times as many. */
const TIMES_AS_MANY = 5;
const MAX_CHOICES = 3;

/**
 * The query with words of the archive in place of those that it hardly has, where that finds more
 * than `total`; null where nothing does. Every word offered is in some article that is public now. `since` is when
 * the request began (`performance.now`).
 */
export async function findMeant(
  query: SearchQuery,
  total: number,
  since = performance.now(),
): Promise<MeantQuery | null> {
  const words = listQueryWords(query.text).slice(0, MAX_WORDS);
  const counts = await Promise.all(words.map((word) => countOf(word, since)));
  const misspelt = words
    .map((word, i) => ({ word, count: counts[i] ?? null }))
    .filter(({ count }) => count !== null && count <= RARE)
    .slice(0, MAX_MISSPELT);
  const choices = await Promise.all(
    misspelt.map(({ word, count }) => listChoices(word, count ?? 0, since)),
  );
  for (const replacements of combinationsOf(choices)) {
    const parts = withReplaced(query.text, replacements);
    const text = parts.map((part) => part.text).join("");
    if ((await countMeant(query, text, since)) > total) return { text, parts };
  }
  return null;
}

/** All words by the nearest at once, then each by itself. */
function combinationsOf(choices: readonly Replacement[][]): Replacement[][] {
  const nearest = choices.flatMap((each) => each.slice(0, 1));
  const single = choices.flat().map((each) => [each]);
  return nearest.length > 1 ? [nearest, ...single] : single;
}

/** What could stand there instead, as far as something public is found by it. */
async function listChoices(word: QueryWord, count: number, since: number): Promise<Replacement[]> {
  const near = await listNear(word, since);
  const counts = await Promise.all(
    near.map((each) => countOf({ ...word, word: plain(each.word) }, since)),
  );
  return near
    .filter((_, i) => (counts[i] ?? 0) > count * TIMES_AS_MANY)
    .map((each) => ({ start: word.start, end: word.end, text: each.word }));
}

function listNear({ word, field }: QueryWord, since: number): Promise<NearWord[]> {
  return field === null
    ? listNearWords(word, MAX_CHOICES, since)
    : listNearNames(word, field, MAX_CHOICES);
}

const plain = (word: string): string => word.replace(/^"|"$/g, "");

/** How many public articles a word or name finds by itself; null where it is too common to be stored. */
async function countOf({ word, field }: QueryWord, since: number): Promise<number | null> {
  const tree: QueryNode =
    field === null
      ? { type: "phrase", words: word, scope: "any", isPrefix: false }
      : { type: "name", field, name: word };
  return findArticles(
    { ...ANYWHERE, text: word, tree },
    { ...PLAIN, since },
    ({ hits, isSearchable }) => (isSearchable ? hits.size : null),
  );
}

async function countMeant(query: SearchQuery, text: string, since: number): Promise<number> {
  const { tree } = parseQuery(text, today());
  return findArticles({ ...query, text, tree }, { ...PLAIN, since }, ({ hits }) => hits.size);
}

const PLAIN = { isRanked: false };
const ANYWHERE: SearchQuery = {
  ...{ text: "", tree: null, from: null, to: null },
  ...{ chosen: NOTHING_CHOSEN, sort: "newest", page: 1 },
};
