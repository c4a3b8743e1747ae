import { database } from "#lib/db/client.ts";
import type { LedgerQuery } from "#lib/statements/types-ledger.ts";

type Known = { speakerId: string | null; topicId: string | null; office: boolean; outlet: boolean };

/**
 * A query with what was merged in the place of what it was merged into, and without speaker,
 * office, topic or outlet that the archive does not know; those are named in `unknown`.
 */
export async function resolveLedger(
  query: LedgerQuery,
): Promise<{ query: LedgerQuery; unknown: string[] }> {
  const { speakerId, office, topicId, outletSlug } = query;
  if (!speakerId && !office && !topicId && !outletSlug) return { query, unknown: [] };
  const [known] = await database.$queryRaw<[Known]>`
    SELECT
      (SELECT coalesce(merged_into_id, id) FROM actors WHERE id = ${speakerId}) AS "speakerId",
      (SELECT coalesce(merged_into_id, id) FROM topics WHERE id = ${topicId}) AS "topicId",
      EXISTS (SELECT FROM offices WHERE title = ${office}) AS office,
      EXISTS (SELECT FROM outlets WHERE slug = ${outletSlug}) AS outlet`;
  const unknown = [
    speakerId !== null && known.speakerId === null && `speaker “${speakerId}”`,
    office !== null && !known.office && `office “${office}”`,
    topicId !== null && known.topicId === null && `topic “${topicId}”`,
    outletSlug !== null && !known.outlet && `outlet “${outletSlug}”`,
  ].filter((each) => each !== false);
  return {
    query: {
      ...query,
      ...{ speakerId: known.speakerId, topicId: known.topicId },
      office: known.office ? office : null,
      outletSlug: known.outlet ? outletSlug : null,
    },
    unknown,
  };
}
