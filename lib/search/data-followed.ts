/** A search that somebody follows: how it is written down, and what is new in it since a moment. */
import { listArticleTexts } from "#lib/articles/data-text.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readParameters } from "#lib/search/data-addressed.ts";
import { findNewInArchive } from "#lib/search/data.ts";
import { chooseSentence } from "#lib/search/choose-sentence.ts";
import { markMatches } from "#lib/search/data-marks.ts";
import { partsOfMarked } from "#lib/search/markable.ts";
import { givenPath } from "#lib/search/search-address.ts";
import { toMarks, wantedWords } from "#lib/search/text-query.ts";
import type { FollowedSearch, Look, Match, Released, ReleaseMark } from "#lib/search/types.ts";

/**
 * The moment of release is that of the transaction's beginning: no transaction that releases articles
 * takes longer. What comes with an older moment, as from an export, is no news.
 */
const LONGEST_RELEASE_MS = 24 * 3_600_000;

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

/** This moment, for what is new to be told up to it, and from it on later. */
export async function takeLook(): Promise<Look> {
  const [row] = await database.$queryRaw<Look[]>`
    SELECT now() AS until, pg_current_snapshot()::text AS snapshot`;
  if (!row) throw new RangeError("The database tells no snapshot.");
  return row;
}

/**
 * What the archive released of a search between a mark and a look, the last first, at most `limit`:
 * each article falls between two looks once, however late its release is committed. This one function
 * is how anything new in a search is found.
 */
export async function findReleased(
  parameters: string,
  { since, asOf, limit }: { since: ReleaseMark; asOf: Look; limit: number },
): Promise<Released[]> {
  const isNew = isBetween(since, asOf);
  const others = await countOthers(isNew);
  // Where nothing at all was released, no search need be made.
  if (others === null) return [];
  const { query } = readParameters(new URLSearchParams(parameters));
  const ids = await findNewInArchive(query, limit + others);
  return await database.$queryRaw<Released[]>`
    SELECT id, released_at AS "releasedAt" FROM articles
    WHERE id = ANY(${ids}::uuid[]) AND ${isNew}
    ORDER BY released_at DESC, published_on DESC, id DESC LIMIT ${limit}`;
}

const IS_PUBLIC = Prisma.sql`status = 'published' AND deleted_at IS NULL`;

/** `articles` that the one does not show and the other does. */
function isBetween(since: ReleaseMark, asOf: Look): Prisma.Sql {
  // A database that was restored counts its transactions anew: then the moment tells.
  if (since.snapshot === null || endOf(since.snapshot) > endOf(asOf.snapshot)) {
    return Prisma.sql`${IS_PUBLIC}
      AND released_at > ${since.until} AND released_at <= ${asOf.until}`;
  }
  const earliest = new Date(since.until.getTime() - LONGEST_RELEASE_MS);
  return Prisma.sql`${IS_PUBLIC} AND released_at > ${earliest}
    AND released_in >= pg_snapshot_xmin(${since.snapshot}::pg_snapshot)
    AND NOT pg_visible_in_snapshot(released_in, ${since.snapshot}::pg_snapshot)
    AND pg_visible_in_snapshot(released_in, ${asOf.snapshot}::pg_snapshot)`;
}

/** The first transaction that no snapshot of its time could show. */
function endOf(snapshot: string): bigint {
  return BigInt(snapshot.split(":")[1] ?? 0);
}

/**
 * How many articles that are not new were released after the first that is, and stand between the new
 * ones in the order of release. Null where nothing is new.
 */
async function countOthers(isNew: Prisma.Sql): Promise<number | null> {
  const [row] = await database.$queryRaw<{ others: number | null }[]>`
    SELECT (
      SELECT count(*)::int FROM articles WHERE ${IS_PUBLIC} AND released_at >= news.earliest
    ) - news.count AS others
    FROM (
      SELECT min(released_at) AS earliest, count(*)::int AS count FROM articles WHERE ${isNew}
    ) AS news
    WHERE news.count > 0`;
  return row?.others ?? null;
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
  const marked = await markMatches(plain, toMarks(tree));
  return articles.map(({ line }, i) => ({
    ...line,
    headlineParts: partsOfMarked(marked[2 * i] ?? ""),
    sentence: partsOfMarked(marked[2 * i + 1] ?? ""),
  }));
}
