import { database } from "#lib/db/client.ts";
import { listLatestStatements } from "#lib/statements/data-ledger.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import type {
  PersonStatements,
  QuotedBeside,
  TopicStatements,
} from "#lib/statements/types-ledger.ts";
import type { TopicRef } from "#lib/topics/types.ts";

const TOPICS_SHOWN = 12;
const LATEST_PER_TOPIC = 3;
const LATEST_SHOWN = 6;
const BESIDE_SHOWN = 12;
/** Who is quoted beside somebody is counted over the latest so many articles that quote them. */
const COUNTED_ARTICLES = 2_000;

type TopicRow = TopicRef & { count: number; latest: string[] };

/** What the page of an actor shows of their statements. */
export async function getPersonStatements(actorId: string): Promise<PersonStatements> {
  const count = await countStatementsBy(actorId);
  if (count === 0) return { count, byTopic: [], latest: [], beside: [] };
  const [byTopic, latest, beside] = await Promise.all([
    listStatementsByTopic(actorId),
    listLatestStatements({ speakerId: actorId }, LATEST_SHOWN),
    listQuotedBeside(actorId),
  ]);
  return { count, byTopic, latest, beside };
}

/** How many statements of an actor readers may see, the same words of several articles once. */
export async function countStatementsBy(actorId: string): Promise<number> {
  const [{ count }] = await database.$queryRaw<[{ count: number }]>`
    SELECT count(DISTINCT group_id)::int AS count FROM statements
    WHERE speaker_id = ${actorId} AND is_public`;
  return count;
}

/**
 * What an actor said on each topic: how many statements, and the latest three, newest first. The
 * topics with the most come first, twelve at most.
 */
export async function listStatementsByTopic(actorId: string): Promise<TopicStatements[]> {
  const topics = await database.$queryRaw<TopicRow[]>`
    WITH said AS (
      SELECT DISTINCT ON (t.topic_id, s.group_id) t.topic_id, s.id, s.day
      FROM statements s JOIN statement_topics t ON t.statement_id = s.id
      WHERE s.speaker_id = ${actorId} AND s.is_public AND t.status <> 'rejected'
      ORDER BY t.topic_id, s.group_id, s.day, s.id
    )
    SELECT topics.id, label, count(*)::int AS count,
      (array_agg(said.id::text ORDER BY day DESC, said.id))[:${LATEST_PER_TOPIC}::int] AS latest
    FROM said JOIN topics ON topics.id = topic_id
    GROUP BY topics.id, label ORDER BY count DESC, label LIMIT ${TOPICS_SHOWN}`;
  const lines = await listStatementsByIds([...new Set(topics.flatMap(({ latest }) => latest))]);
  const lineById = new Map(lines.map((line) => [line.id, line]));
  return topics.map(({ id, label, count, latest }) => ({
    topic: { id, label },
    count,
    latest: latest.flatMap((statementId) => lineById.get(statementId) ?? []),
  }));
}

/** The other speakers of the articles that quote an actor, with how many of these articles each. */
export async function listQuotedBeside(actorId: string): Promise<QuotedBeside[]> {
  return await database.$queryRaw<QuotedBeside[]>`
    WITH articles AS (
      SELECT article_id FROM statements WHERE speaker_id = ${actorId} AND is_public
      GROUP BY article_id ORDER BY max(day) DESC, article_id LIMIT ${COUNTED_ARTICLES}
    )
    SELECT actors.id, name, kind::text, country, count AS "articleCount"
    FROM (
      SELECT speaker_id, count(DISTINCT article_id)::int AS count
      FROM statements JOIN articles USING (article_id)
      WHERE is_public AND speaker_id <> ${actorId}
      GROUP BY speaker_id
    ) beside JOIN actors ON actors.id = speaker_id
    ORDER BY count DESC, lower(name), actors.id LIMIT ${BESIDE_SHOWN}`;
}
