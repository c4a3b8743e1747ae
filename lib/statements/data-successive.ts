import type { Certainty } from "#lib/articles/types.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { withCarriers } from "#lib/statements/data-carriers.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import { changeFrom } from "#lib/statements/successive.ts";
import type { Successive } from "#lib/statements/types-positions.ts";

const PAGE_SIZE = 20;
const CARRIERS_SHOWN = 3;

type Asked = { topicId: string; actorId: string; confirmedOnly: boolean };
type Row = { id: string; certainty: Certainty; total: number };

/**
 * An actor's public statements on a topic, oldest first, each with what changed from the one before;
 * `page` counts from 1. The same words in several articles of a day are one, with its carriers.
 */
export async function getSuccessive(asked: Asked, page: number): Promise<Successive> {
  const isFirstPage = page === 1;
  // The last of the page before is what the first of this one is compared with.
  const offset = isFirstPage ? 0 : (page - 1) * PAGE_SIZE - 1;
  const rows = await listRows(asked, { offset, limit: isFirstPage ? PAGE_SIZE : PAGE_SIZE + 1 });
  const lines = await listStatementsByIds(rows.map(({ id }) => id));
  const entries = await withCarriers(lines, CARRIERS_SHOWN);
  const certainties = new Map(rows.map(({ id, certainty }) => [id, certainty]));
  const items = entries.map((statement, i) => ({
    statement,
    certainty: certainties.get(statement.id) ?? "suggested",
    change: changeFrom(entries[i - 1]?.words ?? null, statement.words),
  }));
  const total = rows[0]?.total ?? 0;
  return {
    items: isFirstPage ? items : items.slice(1),
    total,
    pageCount: Math.ceil(total / PAGE_SIZE),
  };
}

async function listRows(
  { topicId, actorId, confirmedOnly }: Asked,
  { offset, limit }: { offset: number; limit: number },
): Promise<Row[]> {
  return await database.$queryRaw<Row[]>`
    SELECT id, certainty, (count(*) OVER ())::int AS total FROM (
      SELECT DISTINCT ON (said.day, group_id) said.day, statements.id,
        CASE WHEN is_confirmed THEN 'confirmed' ELSE 'suggested' END AS certainty
      FROM statement_topics said JOIN statements ON statements.id = statement_id
      WHERE is_position AND topic_id = ${topicId} AND said.speaker_id = ${actorId}
        ${confirmedOnly ? Prisma.sql`AND is_confirmed` : Prisma.empty}
      ORDER BY said.day, group_id, is_confirmed DESC, statements.id
    ) each ORDER BY day, id OFFSET ${offset} LIMIT ${limit}`;
}
