import type { Certainty } from "#lib/articles/types.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { toColumns } from "#lib/statements/choose-positions.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import { resolveScope, type ResolvedScope } from "#lib/statements/data-positions-scope.ts";
import type { PositionsQuery } from "#lib/statements/positions-query.ts";
import type { PositionCell, PositionColumn, Positions } from "#lib/statements/types-positions.ts";

/** Statements of one day are counted so far. */
const MAX_SAME_DAY = 100;

type LatestRow = {
  topicId: string;
  column: number;
  statementId: string;
  certainty: Certainty;
  sameDayCount: number;
};

/**
 * The table of positions: for each topic and column the latest public statement on or before the
 * column's day, with what one may choose and what of the query could not be used. Of statements of
 * one day a confirmed one is taken, else the one that was archived last.
 */
export async function getPositions(query: PositionsQuery): Promise<Positions> {
  const scope = await resolveScope(query);
  const { topics, actors, choices, problems } = scope;
  const columns = toColumns(actors, query);
  const [cells, days] = await Promise.all([
    findCells(topics, columns, query.confirmedOnly),
    listDaysOfScope(scope, query.confirmedOnly),
  ]);
  const rows = topics.map((topic) => ({
    topic,
    cells: columns.map((_, column) => cells.get(cellKey(topic.id, column)) ?? null),
  }));
  return { columns, rows, days, choices, problems };
}

/**
 * The days (`YYYY-MM-DD`, oldest first) on which the actors of a query's table said something on its
 * topics, whatever day the query names.
 */
export async function listPositionDays(query: PositionsQuery): Promise<string[]> {
  return await listDaysOfScope(await resolveScope(query), query.confirmedOnly);
}

async function findCells(
  topics: readonly { id: string }[],
  columns: readonly PositionColumn[],
  confirmedOnly: boolean,
): Promise<Map<string, PositionCell>> {
  const only = confirmedOnly ? Prisma.sql`AND is_confirmed` : Prisma.empty;
  const order = confirmedOnly ? Prisma.empty : Prisma.sql`is_confirmed DESC,`;
  const latest = await database.$queryRaw<LatestRow[]>`
    SELECT topic.id AS "topicId", asked.number::int - 1 AS "column",
      found.statement_id AS "statementId",
      CASE WHEN found.is_confirmed THEN 'confirmed' ELSE 'suggested' END AS certainty,
      (SELECT count(*)::int FROM (
        SELECT FROM statement_topics
        WHERE is_position ${only} AND topic_id = topic.id AND speaker_id = asked.actor_id
          AND day = found.day LIMIT ${MAX_SAME_DAY}) same) AS "sameDayCount"
    FROM unnest(${topics.map(({ id }) => id)}::text[]) AS topic (id)
    CROSS JOIN unnest(
      ${columns.map(({ actor }) => actor.id)}::text[], ${columns.map(({ day }) => day)}::date[]
    ) WITH ORDINALITY AS asked (actor_id, day, number)
    CROSS JOIN LATERAL (
      SELECT statement_id, is_confirmed, day FROM statement_topics
      WHERE is_position ${only} AND topic_id = topic.id AND speaker_id = asked.actor_id
        AND day <= asked.day
      ORDER BY day DESC, ${order} statement_id DESC LIMIT 1
    ) found`;
  const lines = await listStatementsByIds([...new Set(latest.map((row) => row.statementId))]);
  const statements = new Map(lines.map((line) => [line.id, line]));
  return new Map(
    latest.flatMap(({ topicId, column, statementId, certainty, sameDayCount }) => {
      const statement = statements.get(statementId);
      const key = cellKey(topicId, column);
      return statement ? [[key, { statement, certainty, sameDayCount }] as const] : [];
    }),
  );
}

async function listDaysOfScope(
  { topics, actors }: Pick<ResolvedScope, "topics" | "actors">,
  confirmedOnly: boolean,
): Promise<string[]> {
  const rows = await database.$queryRaw<{ day: string }[]>`
    SELECT day::text FROM (
      SELECT DISTINCT day FROM statement_topics
      WHERE is_position ${confirmedOnly ? Prisma.sql`AND is_confirmed` : Prisma.empty}
        AND topic_id = ANY(${topics.map(({ id }) => id)})
        AND speaker_id = ANY(${actors.map(({ id }) => id)})
    ) days ORDER BY day`;
  return rows.map(({ day }) => day);
}

function cellKey(topicId: string, column: number): string {
  return `${column} ${topicId}`;
}
