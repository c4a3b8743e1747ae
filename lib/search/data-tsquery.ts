/** The text of a query as a `tsquery`, in SQL. */
import { Prisma } from "#lib/db/generated/client.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import { toAskedText } from "#lib/search/text-query.ts";

/**
 * Words, phrases and nearness as PostgreSQL looks for them, in each of their spellings
 * (docs/decisions/0031), made once for a whole statement. The SQL is always the same, so that its plan
 * is kept. Throws `RangeError` where the tree is not of text.
 */
export function tsqueryOf(node: QueryNode): Prisma.Sql {
  // Outside a query of its own it would be made again for each row.
  return Prisma.sql`(SELECT archive_tsquery(${JSON.stringify(toAskedText(node))}::jsonb))`;
}
