/** What of a query the index cannot answer: who said what, and how. */
import { database, UNNAMED } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { viewIndex } from "#lib/search/data-index.ts";
import type { MeaningOfName } from "#lib/search/data-names.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import { readInts } from "#lib/search/index/article-row.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import { isText, withTextsJoined } from "#lib/search/text-query.ts";

const { sql } = Prisma;

export type Stored = {
  /** The index's version before it was read. */
  version: number;
  docsOf(node: QueryNode): readonly number[];
};

/** The document numbers of the articles that each such node of a tree asks for; null: it has none. */
export async function readStored(
  tree: QueryNode | null,
  meaningOf: MeaningOfName,
): Promise<Stored | null> {
  const nodes = listStored(tree);
  if (nodes.length === 0) return null;
  const { version } = await viewIndex();
  const answers = await Promise.all(nodes.map((node) => readDocs(conditionOf(node, meaningOf))));
  const byNode = new Map(nodes.map((node, i) => [node, answers[i] ?? []]));
  return { version, docsOf: (node) => byNode.get(node) ?? [] };
}

/** True where a tree has such nodes. */
export function hasStored(tree: QueryNode | null): boolean {
  return listStored(tree).length > 0;
}

function listStored(node: QueryNode | null): QueryNode[] {
  switch (node?.type) {
    case "and":
    case "or":
      return node.parts.flatMap(listStored);
    case "not":
      return listStored(node.part);
    case "said":
      return [node];
    case "name":
      return node.field === "speaker" ? [node] : [];
    case "choice":
      return node.field === "lang" ? [] : [node];
    default:
      return [];
  }
}

async function readDocs(condition: Prisma.Sql): Promise<number[]> {
  const [row] = await database.$queryRaw<{ docs: Uint8Array | null }[]>`
    SELECT string_agg(int4send(doc), '') AS docs
    FROM (SELECT DISTINCT article_id FROM statements said WHERE is_public AND ${condition}) found
    JOIN article_search USING (article_id) ${Prisma.raw(UNNAMED)}`;
  return readInts(row?.docs ? Buffer.from(row.docs) : null);
}

/** What is asked of a row of `statements`, named `said`. */
function conditionOf(node: QueryNode, meaningOf: MeaningOfName): Prisma.Sql {
  switch (node.type) {
    case "said":
      return saidCondition(node.part, meaningOf, false);
    case "name":
      return saidBy(meaningOf(node).ids);
    case "choice":
      return node.field === "has" ? sql`said.kind <> 'indirect'` : saidAs(node.value);
    default:
      throw new RangeError(`The index finds it: ${node.type}`);
  }
}

/**
 * `ofNothing` is what holds where a text is of stop words only, which count for nothing: true among
 * what must all hold, false among what may.
 */
function saidCondition(node: QueryNode, meaningOf: MeaningOfName, ofNothing: boolean): Prisma.Sql {
  if (isText(node)) {
    const query = tsqueryOf(node);
    const condition = sql`said.terms @@ ${query}`;
    return ofNothing ? sql`(${condition} OR numnode(${query}) = 0)` : condition;
  }
  switch (node.type) {
    case "and":
    case "or": {
      const parts = withTextsJoined(node).map((part) =>
        saidCondition(part, meaningOf, node.type === "and"),
      );
      return sql`(${Prisma.join(parts, node.type === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return sql`NOT ${saidCondition(node.part, meaningOf, !ofNothing)}`;
    case "name":
      return saidBy(meaningOf(node).ids);
    case "choice":
      return saidAs(node.value);
    default:
      throw new RangeError(`No statement has it: ${node.type}`);
  }
}

const saidBy = (ids: string[]) => sql`coalesce(said.speaker_id = ANY(${ids}), false)`;
const saidAs = (kind: string) => sql`said.kind::text = ${kind}`;
