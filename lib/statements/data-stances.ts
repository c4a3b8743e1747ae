import { database } from "#lib/db/client.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import { stanceOf, type Stance } from "#lib/language/cue-stance.ts";

/** A statement with how its speaker stands to it, and where in its article's body it stands. */
export type StancedStatement = StatementLine & {
  articleId: string;
  /** From the first to the last of its words. */
  startsAt: number;
  endsAt: number;
  stance: Stance;
};

/** The public statements in these articles (UUIDs), by day and in the order of the texts; at most `limit`. */
export async function listStancedStatements(
  articleIds: readonly string[],
  limit: number,
): Promise<StancedStatement[]> {
  if (articleIds.length === 0) return [];
  const rows = await database.statement.findMany({
    where: { articleId: { in: [...articleIds] }, isPublic: true },
    select: {
      ...{ id: true, articleId: true, startsAt: true, endsAt: true },
      ...{ parts: true, passage: true, passageAt: true },
    },
    orderBy: [{ day: "asc" }, { articleId: "asc" }, { startsAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  const lines = await listStatementsByIds(rows.map(({ id }) => id));
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return lines.flatMap((line) => {
    const row = rowById.get(line.id);
    if (!row) return [];
    const { articleId, startsAt, endsAt, parts, passage, passageAt } = row;
    const cue = statementPartsSchema.safeParse(parts).data?.cue ?? null;
    const words = cue ? passage.slice(cue.start - passageAt, cue.end - passageAt) : "";
    return { ...line, articleId, startsAt, endsAt, stance: stanceOf(words) };
  });
}
