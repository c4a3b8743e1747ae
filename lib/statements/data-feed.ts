import { database } from "#lib/db/client.ts";
import { isFirstOfGroup, whereMatches } from "#lib/statements/data-conditions.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import { WHOLE_LEDGER } from "#lib/statements/ledger-query.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

/**
 * The statements of a speaker, on a topic, or all, that the archive published last, whatever day
 * they are of; the same words of several articles once.
 */
export async function listNewStatements(
  narrowed: { speakerId?: string; topicId?: string },
  limit: number,
): Promise<StatementLine[]> {
  const filter = { ...WHOLE_LEDGER, ...narrowed };
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM statements s JOIN articles ON articles.id = s.article_id
    WHERE ${whereMatches(filter)} AND ${isFirstOfGroup(filter)}
    ORDER BY released_at DESC, s.day DESC, s.article_id, s.starts_at LIMIT ${limit}`;
  return await listStatementsByIds(rows.map(({ id }) => id));
}
