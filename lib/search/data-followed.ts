/** A search that somebody follows: how it is written down, and what is new in it since a moment. */
import { listArticleTexts } from "#lib/articles/data-text.ts";
import { PUBLISHED } from "#lib/articles/data.ts";
import { database } from "#lib/db/client.ts";
import { readParameters } from "#lib/search/data-addressed.ts";
import { findNewInArchive } from "#lib/search/data.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import { chooseSentence } from "#lib/search/choose-sentence.ts";
import { HEADLINE_OPTIONS, partsOfMarked, toMarkable } from "#lib/search/extract.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import { givenPath } from "#lib/search/search-address.ts";
import { toMarks, wantedWords } from "#lib/search/text-query.ts";
import type { FollowedSearch, Match, Released, ReleaseMark } from "#lib/search/types.ts";

/**
 * The moment of release is that of the transaction's beginning, and it shows only with its end: what
 * was released so shortly before a look may have come after it. Longer than any such transaction.
 */
const OVERLAP_MS = 2 * 60_000;
/** Of those, so many are known by their ids; more would be called new once again. */
const MAX_MARK_IDS = 1_000;

/** Parameters as they came, as the search they ask for: what is no part of a search is left out. */
export function readFollowed(parameters: URLSearchParams): FollowedSearch {
  const search = readParameters(parameters);
  const { query, given, problems } = search;
  const from = problems.from ? "" : given.from;
  const to = problems.to ? "" : given.to;
  const path = givenPath({ query, given: { from, to } });
  const { text, chosen } = query;
  return {
    ...{ path, text, from, to, chosen },
    parameters: path.slice("/search?".length),
  };
}

/**
 * What the archive released of a search after a mark, the last first, at most `limit`. This one
 * function is how anything new in a search is found.
 */
export async function findReleased(
  parameters: string,
  since: ReleaseMark,
  limit: number,
): Promise<Released[]> {
  if ((await listReleasedOf(null, since, 1)).length === 0) return [];
  const { query } = readParameters(new URLSearchParams(parameters));
  const ids = await findNewInArchive(query, limit + since.ids.length);
  return await listReleasedOf(ids, since, limit);
}

/** Where nothing at all was released, no search need be made. */
async function listReleasedOf(
  ids: string[] | null,
  { until, ids: known }: ReleaseMark,
  limit: number,
): Promise<Released[]> {
  // One that is known by its id and was published again long after is new like any other.
  const isLater = { releasedAt: { gt: new Date(until.getTime() + 2 * OVERLAP_MS) } };
  const rows = await database.article.findMany({
    where: {
      ...PUBLISHED,
      releasedAt: { gt: until },
      ...(ids && { id: { in: ids } }),
      OR: [isLater, { id: { notIn: known } }],
    },
    select: { id: true, releasedAt: true },
    orderBy: [{ releasedAt: "desc" }, { publishedOn: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, releasedAt }) => ({ id, releasedAt: releasedAt as Date }));
}

/**
 * The last release that a look from this moment on can show, which is how far it goes: told by the
 * articles, since the clocks of servers differ. This moment where there is no article.
 */
export async function getLastRelease(): Promise<Date> {
  const [row] = await database.$queryRaw<{ at: Date }[]>`
    SELECT least(now(), max(released_at)) AS at FROM articles
    WHERE status = 'published' AND deleted_at IS NULL`;
  return row?.at ?? new Date();
}

/** The mark of whoever looks at a search for the first time: all that it finds is known. */
export async function markFound(parameters: string): Promise<ReleaseMark> {
  const asOf = await getLastRelease();
  const until = new Date(asOf.getTime() - OVERLAP_MS);
  const found = await findReleased(parameters, { until, ids: [] }, MAX_MARK_IDS);
  return { until, ids: found.map(({ id }) => id) };
}

/**
 * The mark after a look that went as far as `asOf` and showed these articles besides those known
 * before. What shows only later is new then, although it was released before the look.
 */
export async function moveMark(
  mark: ReleaseMark,
  { asOf, shownIds }: { asOf: Date; shownIds: readonly string[] },
): Promise<ReleaseMark> {
  const until = new Date(Math.max(mark.until.getTime(), asOf.getTime() - OVERLAP_MS));
  const known = await database.article.findMany({
    where: { id: { in: [...mark.ids, ...shownIds] }, releasedAt: { gt: until } },
    select: { id: true },
    orderBy: { releasedAt: "desc" },
    take: MAX_MARK_IDS,
  });
  return { until, ids: known.map(({ id }) => id) };
}

/**
 * Those of these articles that the public may see at this moment, in this order, each with the
 * sentence that holds most of what the search asks for, as far as its rights let readers see it.
 */
export async function listMatches(parameters: string, ids: readonly string[]): Promise<Match[]> {
  const { tree } = readParameters(new URLSearchParams(parameters)).query;
  const words = wantedWords(tree);
  const articles = await listArticleTexts(ids);
  const plain = articles.flatMap(({ line, text }) => [
    line.headline,
    chooseSentence(text || (line.summary ?? ""), words),
  ]);
  const marked = await markWanted(plain, toMarks(tree));
  return articles.map(({ line }, i) => ({
    ...line,
    headlineParts: partsOfMarked(marked[2 * i] ?? ""),
    sentence: partsOfMarked(marked[2 * i + 1] ?? ""),
  }));
}

async function markWanted(texts: string[], marks: QueryNode | null): Promise<string[]> {
  if (marks === null) return texts.map(toMarkable);
  const rows = await database.$queryRaw<{ marked: string }[]>`
    SELECT ts_headline('archive_english', text, ${tsqueryOf(marks)}, ${HEADLINE_OPTIONS}) AS marked
    FROM unnest(${texts.map(toMarkable)}::text[]) WITH ORDINALITY AS given (text, position)
    ORDER BY position`;
  return rows.map(({ marked }) => marked);
}
