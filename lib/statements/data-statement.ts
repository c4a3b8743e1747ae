import { z } from "zod";
import { ARTICLE_LINE_SELECT, toArticleLine } from "#lib/articles/data.ts";
import { database } from "#lib/db/client.ts";
import { withCarriers } from "#lib/statements/data-carriers.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import type { StatementLookup } from "#lib/statements/types-ledger.ts";

const CARRIERS_SHOWN = 200;
const uuid = z.uuid();

/**
 * What a reader finds at the address of a statement: the statement with its carriers; or,
 * where readers may no longer see it, the article that it was read from. Null for what was never
 * public, and for what was deleted.
 */
export async function getStatement(id: string): Promise<StatementLookup | null> {
  if (!uuid.safeParse(id).success) return null;
  const [statement] = await withCarriers(await listStatementsByIds([id]), CARRIERS_SHOWN);
  if (statement) return { state: "public", statement };
  const hidden = await database.statement.findUnique({
    where: { id },
    select: {
      article: { select: { ...ARTICLE_LINE_SELECT, releasedAt: true, deletedAt: true } },
    },
  });
  if (!hidden?.article.releasedAt || hidden.article.deletedAt) return null;
  return { state: "gone", articlePath: toArticleLine(hidden.article).path };
}
