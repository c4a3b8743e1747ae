import { database } from "#lib/db/client.ts";
import { compareCarriers } from "#lib/statements/compare-carriers.ts";
import { CARRIER_SELECT, toCarrierLine } from "#lib/statements/data-lines.ts";
import type { LedgerEntry, StatementLine } from "#lib/statements/types-ledger.ts";

type CarrierId = { id: string; groupId: string; count: number };

/**
 * The statements, each with the first `limit` of the other articles that have the same words, in
 * the order of publication, and how many there are. What differs is worked out against the
 * statement's own words.
 */
export async function withCarriers(
  lines: readonly StatementLine[],
  limit: number,
): Promise<LedgerEntry[]> {
  const ids = await listCarrierIds(lines, limit);
  const rows = await database.statement.findMany({
    where: { id: { in: ids.map(({ id }) => id) }, isPublic: true },
    select: CARRIER_SELECT,
  });
  const carrierById = new Map(rows.map((row) => [row.id, toCarrierLine(row)]));
  return lines.map((line) => {
    const ofGroup = ids.filter(({ id, groupId }) => groupId === line.groupId && id !== line.id);
    const carriers = ofGroup.flatMap(({ id }) => {
      const carrier = carrierById.get(id);
      return carrier ? [{ ...carrier, ...compareCarriers(line.words, carrier.words) }] : [];
    });
    return { ...line, carriers, carrierCount: ofGroup[0]?.count ?? 0 };
  });
}

/** An article counts once for a group, however often it has the words. */
async function listCarrierIds(
  lines: readonly StatementLine[],
  limit: number,
): Promise<CarrierId[]> {
  if (lines.length === 0) return [];
  return await database.$queryRaw<CarrierId[]>`
    SELECT id, group_id AS "groupId", count FROM (
      SELECT id, group_id,
        row_number() OVER (PARTITION BY group_id ORDER BY published_on, id) AS place,
        (count(*) OVER (PARTITION BY group_id))::int AS count
      FROM (
        SELECT DISTINCT ON (s.group_id, s.article_id) s.id, s.group_id, published_on
        FROM statements s JOIN articles ON articles.id = s.article_id
        WHERE s.group_id = ANY(${lines.map(({ groupId }) => groupId)}::uuid[]) AND s.is_public
          AND (s.group_id, s.article_id) NOT IN (
            SELECT own.group_id, own.article_id FROM statements own
            WHERE own.id = ANY(${lines.map(({ id }) => id)}::uuid[]))
        ORDER BY s.group_id, s.article_id, s.starts_at
      ) others
    ) placed WHERE place <= ${limit} ORDER BY group_id, place`;
}
