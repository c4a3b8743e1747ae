/** The words and names of the archive that are nearest to a misspelt one. */
import { listArticleTexts } from "#lib/articles/data-text.ts";
import { queryBytes } from "#lib/db/bytes.ts";
import { uuidText } from "#lib/db/uuid-text.ts";
import { withPostings } from "#lib/search/data-postings.ts";
import { keepPublic, readNames } from "#lib/search/data-suggestions.ts";
import { readTerms } from "#lib/search/data-terms.ts";
import { distanceToBeginning, editDistance } from "#lib/search/index/edit-distance.ts";
import { leavesOf } from "#lib/search/index/term-query.ts";
import { allowedChanges, isWord, wordKeys } from "#lib/search/index/word-keys.ts";
import type { NameField } from "#lib/search/query-tree.ts";
import { foldedWords, isOfField } from "#lib/search/rank-names.ts";
import { nearestIn, rankNear, type NearWord } from "#lib/search/near-words.ts";

/** Stored terms of which the words are looked up. */
const MAX_TERMS = 10;
/** Of each, the newest: a word may stand past what is read of one. */
const ARTICLES_OF_TERM = 2;
/** Of the nearest more, since its words most often are what was meant: of these the nearest is taken. */
const ARTICLES_OF_NEAREST = 8;
/** Names of which it is looked up whether the public may see something. */
const MAX_NAMES = 50;
/** More share a key with a word only by chance. */
const MAX_ROWS = 3_000;
/** What endings come to at most: `-ations`. */
const MAX_ENDING = 6;

type NearTerm = { term: string; distance: number; count: number };

/**
 * Words as they stand in what the public may read now, and in names, the nearest first. Whether
 * anything is found by a name is left to whoever asks.
 */
export async function listNearWords(
  word: string,
  limit: number,
  since = performance.now(),
): Promise<NearWord[]> {
  const [folded = ""] = foldedWords(word);
  const most = allowedChanges(folded.length);
  const [inTexts, inNames] = await Promise.all([
    findInTexts({ word, folded, most, since }),
    findInNames(folded, most),
  ]);
  return rankNear(folded, [...inTexts, ...inNames]).slice(0, limit);
}

/** Names for a field that are near to one that was typed, the nearest first; as a query takes them. */
export async function listNearNames(
  typed: string,
  field: NameField,
  limit: number,
): Promise<NearWord[]> {
  const words = foldedWords(typed);
  const folded = words.join(" ");
  const most = allowedChanges(folded.length);
  const names = (await readNames()).filter(({ kind }) => isOfField(kind, field));
  const near = names.flatMap(({ id, name, words: nameWords, count }) => {
    const distance = editDistance(nameWords.join(" "), folded, most);
    const whole = distance > most ? [] : [{ word: asValue(name, id), distance, count }];
    return words.length === 1 ? [...whole, ...nearestIn(name, folded, most, count)] : whole;
  });
  return rankNear(folded, near).slice(0, limit);
}

function asValue(name: string, id: string): string {
  if (/^[\p{L}\p{M}]+$/u.test(name)) return name;
  return /^[\w-]+$/.test(id) ? id : `"${name.replace(/["“”„]/g, " ")}"`;
}

async function findInNames(folded: string, most: number): Promise<NearWord[]> {
  const near = (await readNames()).filter(({ words }) =>
    words.some((word) => editDistance(word, folded, most) <= most),
  );
  const shown = near.length > 0 ? await keepPublic(near.slice(0, MAX_NAMES)) : [];
  return shown.flatMap(({ name, count }) => nearestIn(name, folded, most, count));
}

type LookedFor = { word: string; folded: string; most: number; since: number };

async function findInTexts(asked: LookedFor): Promise<NearWord[]> {
  const { folded, most, since } = asked;
  const terms = await findTerms(asked);
  const held = await withPostings({
    since,
    terms: terms.map(({ term }) => ({ term, isPrefix: false })),
    answer: ({ view: { columns }, listsOf }) =>
      terms.map(({ term }, i) => {
        const docs = listsOf(term, false).flatMap((list) => [
          ...list.docs.filter((doc) => columns.isPublic(doc)),
        ]);
        const latest = docs
          .slice(i === 0 ? -ARTICLES_OF_NEAREST : -ARTICLES_OF_TERM)
          .map((doc) => uuidText(columns.idOf(doc)));
        return { count: docs.length, latest };
      }),
  });
  const ids = held.map(({ latest }) => latest);
  const texts = await listArticleTexts([...new Set(ids.flat())]);
  const textById = new Map(
    texts.map(({ line, text }) => [line.id, `${line.headline}\n${line.summary ?? ""}\n${text}`]),
  );
  return ids.flatMap((of, i) => {
    const text = of.map((id) => textById.get(id) ?? "").join("\n");
    return nearestIn(text, folded, most, held[i]?.count ?? 0);
  });
}

/** The stored terms that may be those of a word nearby. */
async function findTerms({ word, folded, most, since }: LookedFor): Promise<NearTerm[]> {
  const phrase = { words: word, scope: "any", isPrefix: false } as const;
  const leaves = leavesOf((await readTerms([phrase]))(phrase));
  const own = new Set(leaves.map(({ term }) => term));
  const forms = [...new Set([folded, ...[...own].filter(isWord)])];
  const counts = await countTerms(forms.flatMap(wordKeys), since);
  const near: NearTerm[] = [];
  for (const [term, count] of counts) {
    if (own.has(term) || term.length < folded.length - MAX_ENDING) continue;
    const whole = Math.min(...forms.map((form) => editDistance(term, form, most)));
    const beginning = distanceToBeginning(term, folded, most);
    if (whole <= most) near.push({ term, distance: whole, count });
    else if (beginning <= most) near.push({ term, distance: most + beginning, count });
  }
  near.sort(
    (a, b) => a.distance - b.distance || firstLetter(b) - firstLetter(a) || b.count - a.count,
  );
  return near.slice(0, MAX_TERMS);

  function firstLetter({ term }: NearTerm): number {
    return Number(term[0] === folded[0]);
  }
}

/** How many articles have each term that shares a key, and each of the newest articles' terms. */
async function countTerms(keys: readonly number[], since: number): Promise<Map<string, number>> {
  const [rows, fresh] = await Promise.all([
    queryBytes<{ term: string; articles: number }>({
      name: "search_words",
      text: `SELECT term, articles FROM search_words WHERE keys && $1::int[] LIMIT ${MAX_ROWS}`,
      values: [[...new Set(keys)]],
    }),
    withPostings({ since, terms: [], answer: ({ view }) => [...view.fresh.lists.counts()] }),
  ]);
  const counts = new Map(rows.map(({ term, articles }) => [term, articles]));
  for (const [term, articles] of fresh)
    if (isWord(term)) counts.set(term, (counts.get(term) ?? 0) + articles);
  return counts;
}
