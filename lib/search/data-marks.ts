/** Marking in texts what a query looks for, by PostgreSQL's own rules. */
import { database } from "#lib/db/client.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import { HEADLINE_OPTIONS, toMarkable } from "#lib/search/markable.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";

/** Each text as `ts_headline` gives it back, for `partsOfMarked`; without marks where `marks` is null. */
export async function markMatches(
  texts: readonly string[],
  marks: QueryNode | null,
): Promise<string[]> {
  if (marks === null) return texts.map(toMarkable);
  const rows = await database.$queryRaw<{ marked: string }[]>`
    SELECT ts_headline('archive_english', text, ${tsqueryOf(marks)}, ${HEADLINE_OPTIONS}) AS marked
    FROM unnest(${texts.map(toMarkable)}::text[]) WITH ORDINALITY AS given (text, position)
    ORDER BY position`;
  return rows.map(({ marked }) => marked);
}
