import { database } from "#lib/db/client.ts";
import { compareCarriers } from "#lib/statements/compare-carriers.ts";
import { CARRIER_SELECT, toCarrierLine } from "#lib/statements/data-lines.ts";
import type { LedgerEntry, StatementCarrier, StatementLine } from "#lib/statements/types-ledger.ts";

/** Words that are like others but said on days farther apart are another statement. */
const MAX_DAYS_APART = 31;
/** So many runs of three words two statements of similar words must have in common … */
const MIN_SHARED_KEYS = 2;
/** … and so much of what the shorter one has. */
const MIN_SHARED_PART = 0.5;

type CarrierId = { id: string; ofId: string; count: number };

/**
 * The statements, each with the other articles that carry it, in the order of publication, the
 * first `limit` of them, and how many there are: the same speaker's same words on whatever day, and
 * similar ones within a month, compared with the statement's own.
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
    const ofLine = ids.filter(({ ofId }) => ofId === line.id);
    const carriers = ofLine.flatMap(({ id }): StatementCarrier[] => {
      const carrier = carrierById.get(id);
      return carrier ? [{ ...carrier, ...compareCarriers(line.words, carrier.words) }] : [];
    });
    return { ...line, carriers, carrierCount: ofLine[0]?.count ?? 0 };
  });
}

/** Another article counts once for a statement, by what of it has most in common with the words. */
async function listCarrierIds(
  lines: readonly StatementLine[],
  limit: number,
): Promise<CarrierId[]> {
  if (lines.length === 0) return [];
  return await database.$queryRaw<CarrierId[]>`
    WITH own AS MATERIALIZED (
      SELECT id, group_id, article_id, speaker_id, day, keys FROM statements
      WHERE id = ANY(${lines.map(({ id }) => id)}::uuid[])
    ), alike AS (
      SELECT own.id AS of_id, s.id, s.article_id, 'Infinity'::float8 AS shared
      FROM own JOIN statements s ON s.group_id = own.group_id
        AND s.speaker_id IS NOT DISTINCT FROM own.speaker_id
      WHERE s.is_public AND s.article_id <> own.article_id
      UNION ALL
      SELECT own.id, s.id, s.article_id, common.count
      FROM own JOIN statements s ON s.keys && own.keys AND s.speaker_id = own.speaker_id,
        LATERAL (SELECT count(*) FROM (
          SELECT unnest(s.keys) INTERSECT SELECT unnest(own.keys)) each) common
      WHERE s.is_public AND s.article_id <> own.article_id AND s.group_id <> own.group_id
        AND s.day BETWEEN own.day - ${MAX_DAYS_APART}::int AND own.day + ${MAX_DAYS_APART}::int
        AND common.count >= ${MIN_SHARED_KEYS}
        AND common.count >= ${MIN_SHARED_PART}::float8 * least(cardinality(s.keys), cardinality(own.keys))
    ), carriers AS (
      SELECT DISTINCT ON (of_id, article_id) of_id, id, article_id
      FROM alike ORDER BY of_id, article_id, shared DESC, id
    )
    SELECT id, "ofId", count FROM (
      SELECT carriers.id, of_id AS "ofId", (count(*) OVER (PARTITION BY of_id))::int AS count,
        row_number() OVER (PARTITION BY of_id ORDER BY published_on, carriers.id) AS place
      FROM carriers JOIN articles ON articles.id = article_id
    ) placed WHERE place <= ${limit} ORDER BY "ofId", place`;
}
