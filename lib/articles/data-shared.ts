/** What articles have in common with one, for lib/articles/data-related.ts. */
import type { Own, Shared } from "#lib/articles/rank-related.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";

/** So many articles on either side in time are looked at. */
const NEARBY_ARTICLES = 100;
/** Two texts that are no copies share the keys of an event at most, and of a set phrase or two. */
const KEYS_OF_A_COPY = 16;

export type SharedWith = {
  own: Omit<Own, "weights">;
  candidates: Shared[];
  /** Names of topics and of people that some candidate shares, by id. */
  labels: ReadonlyMap<string, string>;
  /** Candidates whose text readers do not see, or not whole. */
  withoutText: ReadonlySet<string>;
};

type Row = Omit<Shared, "terms" | "topicIds" | "actorIds"> & {
  terms: string | null;
  isFullText: boolean;
  /** Of topics and actors that it shares, as the search's index knows them. */
  topicNumbers: number[];
  actorNumbers: number[];
};

/**
 * What the articles around one in time, those on its events and those with these ids share with it;
 * of terms, those among `termHashes`.
 */
export async function listSharedWith(
  article: { id: string; publishedOn: string },
  ids: readonly string[],
  termHashes: readonly number[],
): Promise<SharedWith> {
  const [own, rows] = await Promise.all([
    database.articleSearch.findUnique({
      where: { articleId: article.id },
      select: { topicNumbers: true, actorNumbers: true },
    }),
    readShared(article, ids, termHashes),
  ]);
  const { topicNumbers = [], actorNumbers = [] } = own ?? {};
  const [topics, actors] = await Promise.all([readTopics(topicNumbers), readActors(actorNumbers)]);
  const idsOf = (named: readonly Named[], numbers: readonly number[]) =>
    named.flatMap(({ number, id }) => (numbers.includes(number) ? [id] : []));
  return {
    own: { topicIds: idsOf(topics, topicNumbers), actorIds: idsOf(actors, actorNumbers) },
    candidates: rows.map((row) => ({
      ...{ id: row.id, daysApart: row.daysApart, isOnSameEvent: row.isOnSameEvent },
      topicIds: idsOf(topics, row.topicNumbers),
      actorIds: idsOf(actors, row.actorNumbers),
      terms: toNumbers(row.terms),
    })),
    labels: new Map(
      [...topics, ...actors].flatMap(({ id, label }) => (label ? [[id, label]] : [])),
    ),
    withoutText: new Set(rows.flatMap(({ id, isFullText }) => (isFullText ? [] : [id]))),
  };
}

async function readShared(
  { id, publishedOn }: { id: string; publishedOn: string },
  ids: readonly string[],
  termHashes: readonly number[],
): Promise<Row[]> {
  const day = toDateColumn(publishedOn);
  return await database.$queryRaw<Row[]>`
    WITH own AS (
      SELECT topic_numbers, actor_numbers FROM article_search WHERE article_id = ${id}::uuid
    ), on_same_event AS (
      SELECT DISTINCT other.article_id
      FROM event_articles mine JOIN event_articles other USING (event_id)
      WHERE mine.article_id = ${id}::uuid
    ), candidates AS MATERIALIZED (
      (SELECT article_id FROM article_search WHERE published_on <= ${day}::date
        ORDER BY published_on DESC, article_id LIMIT ${NEARBY_ARTICLES})
      UNION
      (SELECT article_id FROM article_search WHERE published_on > ${day}::date
        ORDER BY published_on, article_id DESC LIMIT ${NEARBY_ARTICLES})
      UNION
      SELECT article_id FROM on_same_event
      UNION
      SELECT unnest(${[...ids]}::uuid[])
    )
    SELECT candidates.article_id::text AS id,
      abs(published_on - ${day}::date) AS "daysApart",
      shared_terms.terms,
      ARRAY(SELECT topic FROM unnest(found.topic_numbers) AS topic
        WHERE topic = ANY(own.topic_numbers)) AS "topicNumbers",
      ARRAY(SELECT actor FROM unnest(found.actor_numbers) AS actor
        WHERE actor = ANY(own.actor_numbers)) AS "actorNumbers",
      EXISTS (SELECT FROM on_same_event WHERE on_same_event.article_id = candidates.article_id)
        AS "isOnSameEvent",
      (SELECT rights = 'full_text' FROM articles WHERE id = candidates.article_id) AS "isFullText"
    FROM candidates
      CROSS JOIN own
      CROSS JOIN LATERAL (
        SELECT published_on, topic_numbers, actor_numbers FROM article_search
        WHERE article_id = candidates.article_id OFFSET 0
      ) found
      LEFT JOIN LATERAL (
        -- Joined by commas: as an array, reading it took longer than finding it.
        SELECT string_agg(term::text, ',') AS terms FROM (
          SELECT unnest(terms) AS term FROM article_fingerprints
          WHERE article_id = candidates.article_id OFFSET 0
        ) held WHERE term = ANY(${[...termHashes]}::int[])
      ) shared_terms ON true
    WHERE candidates.article_id <> ${id}::uuid`;
}

type Named = { number: number; id: string; label: string | null };

function readTopics(numbers: number[]): Promise<Named[]> {
  return database.topic.findMany({
    where: { number: { in: numbers } },
    select: { number: true, id: true, label: true },
  });
}

/** Of countries and organisations nothing is said: nearly every article names the same. */
async function readActors(numbers: number[]): Promise<Named[]> {
  const actors = await database.actor.findMany({
    where: { number: { in: numbers } },
    select: { number: true, id: true, name: true, kind: true },
  });
  return actors.map(({ number, id, name, kind }) => {
    return { number, id, label: kind === "person" ? name : null };
  });
}

/** Tells of two of these articles whether they are copies or versions of one piece. */
export async function findCopies(
  ids: readonly string[],
): Promise<(one: string, other: string) => boolean> {
  const [pairs, rows] = await Promise.all([
    database.$queryRaw<{ one: string; other: string }[]>`
      SELECT first_id::text AS one, second_id::text AS other FROM article_pairs
      WHERE first_id = ANY(${[...ids]}::uuid[]) AND second_id = ANY(${[...ids]}::uuid[])
        AND status <> 'rejected' AND coalesce(decision, kind) IN ('same_text', 'update')`,
    database.articleFingerprint.findMany({
      where: { articleId: { in: [...ids] } },
      select: { articleId: true, keys: true },
    }),
  ]);
  const known = new Set(pairs.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]));
  const keys = new Map(rows.map((row) => [row.articleId, row.keys]));
  return (one, other) => {
    const shared = (keys.get(one) ?? []).filter((key) => keys.get(other)?.includes(key));
    return known.has(`${one} ${other}`) || shared.length >= KEYS_OF_A_COPY;
  };
}

function toNumbers(joined: string | null): number[] {
  return joined ? joined.split(",").map(Number) : [];
}
