import type { Certainty } from "#lib/articles/types.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { toColumns, type AskedColumn } from "#lib/statements/choose-positions.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import { resolveScope, type PositionsScope } from "#lib/statements/data-positions-scope.ts";
import type { PositionsQuery } from "#lib/statements/positions-query.ts";
import type { PositionCell, PositionChoice, Positions } from "#lib/statements/types-positions.ts";

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
  const { topicIds, actorIds, choices, problems } = await resolveScope(query);
  const asked = toColumns(actorIds, query);
  const [named, cells, days] = await Promise.all([
    findNames({ topicIds, actorIds }),
    findCells(topicIds, asked, query.confirmedOnly),
    listDaysOfScope({ topicIds, actorIds }, query.confirmedOnly),
  ]);
  const { topics, actors } = named;
  return {
    columns: asked.flatMap(({ actorId, day }) => {
      const actor = actors.get(actorId);
      return actor ? [{ actor, day }] : [];
    }),
    rows: topicIds.flatMap((id) => {
      const topic = topics.get(id);
      const ofTopic = asked.map((_, column) => cells.get(cellKey(id, column)) ?? null);
      return topic ? [{ topic, cells: ofTopic }] : [];
    }),
    ...{ days, choices: withChosen(choices, [...topics.values()], [...actors.values()]), problems },
  };
}

/**
 * The days (`YYYY-MM-DD`, oldest first) on which the actors of a query's table said something on its
 * topics, whatever day the query names.
 */
export async function listPositionDays(query: PositionsQuery): Promise<string[]> {
  return await listDaysOfScope(await resolveScope(query), query.confirmedOnly);
}

async function findNames({ topicIds, actorIds }: PositionsScope) {
  const [topics, actors] = await Promise.all([
    database.topic.findMany({
      where: { id: { in: topicIds } },
      select: { id: true, label: true },
    }),
    database.actor.findMany({
      where: { id: { in: actorIds } },
      select: { id: true, name: true, kind: true, country: true },
    }),
  ]);
  return {
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    actors: new Map(actors.map((actor) => [actor.id, actor])),
  };
}

/** With those of the table, even where they have nothing, so that each can be taken out again. */
function withChosen(
  { topics, actors }: Positions["choices"],
  chosenTopics: readonly { id: string; label: string }[],
  chosenActors: readonly { id: string; name: string }[],
): Positions["choices"] {
  const add = (choices: PositionChoice[], chosen: readonly { id: string; label: string }[]) => [
    ...choices,
    ...chosen
      .filter(({ id }) => !choices.some((choice) => choice.id === id))
      .map(({ id, label }) => ({ id, label, count: 0 })),
  ];
  return {
    topics: add(topics, chosenTopics),
    actors: add(
      actors,
      chosenActors.map(({ id, name }) => ({ id, label: name })),
    ),
  };
}

async function findCells(
  topicIds: readonly string[],
  columns: readonly AskedColumn[],
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
    FROM unnest(${[...topicIds]}::text[]) AS topic (id)
    CROSS JOIN unnest(
      ${columns.map(({ actorId }) => actorId)}::text[], ${columns.map(({ day }) => day)}::date[]
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
  { topicIds, actorIds }: PositionsScope,
  confirmedOnly: boolean,
): Promise<string[]> {
  // As one text: thousands of rows take the client longer than the database.
  const [row] = await database.$queryRaw<[{ days: string | null }]>`
    SELECT string_agg(day::text, ' ' ORDER BY day) AS days FROM (
      SELECT DISTINCT day FROM statement_topics
      WHERE is_position ${confirmedOnly ? Prisma.sql`AND is_confirmed` : Prisma.empty}
        AND topic_id = ANY(${topicIds}) AND speaker_id = ANY(${actorIds})
    ) said`;
  return row.days?.split(" ") ?? [];
}

function cellKey(topicId: string, column: number): string {
  return `${column} ${topicId}`;
}
