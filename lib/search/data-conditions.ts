/** What a query asks of a row of `article_search`, as SQL. */
import { Prisma } from "#lib/db/generated/client.ts";
import type { IdsOfName } from "#lib/search/data-names.ts";
import type { ChoiceField, NameField, QueryNode } from "#lib/search/query-tree.ts";
import { isText, isPositive, toTsqueryText } from "#lib/search/text-query.ts";

const { sql } = Prisma;
const CONFIG = sql`'archive_english'::regconfig`;

/** How a query is carried out. */
export type SearchPlan = {
  /** What the text index is asked; null where no word has to be found. */
  text: string | null;
  /** What else must hold of a row with `article_id`, `published_on` and `outlet_id`. */
  conditions: Prisma.Sql[];
};

/** What holds no word that could be asked for is met by nothing. */
export const NOTHING_ASKED: SearchPlan = { text: "", conditions: [] };

/**
 * Splits a query into what the text index finds by itself and what is then asked of each row that it
 * found. Whatever the query, the two together are exact.
 */
export function planSearch(tree: QueryNode | null, idsOf: IdsOfName): SearchPlan {
  const parts = tree === null ? [] : tree.type === "and" ? tree.parts : [tree];
  const texts = parts.filter(isText);
  const isFound = texts.some(isPositive);
  const others = isFound ? parts.filter((part) => !isText(part)) : parts;
  return {
    text: isFound ? toTsqueryText({ type: "and", parts: texts }) : null,
    conditions: others.map((part) => conditionOf(part, idsOf)),
  };
}

/** A query text, as `toTsqueryText` writes it, as PostgreSQL reads it. */
export function tsquery(text: string): Prisma.Sql {
  return sql`to_tsquery(${CONFIG}, ${text})`;
}

function conditionOf(node: QueryNode, idsOf: IdsOfName): Prisma.Sql {
  if (isPositive(node) && isText(node)) {
    return sql`article_id IN (
      SELECT article_id FROM matching_articles(${tsquery(toTsqueryText(node))}))`;
  }
  switch (node.type) {
    case "and":
    case "or":
      return joined(node, (part) => conditionOf(part, idsOf));
    case "not":
      return sql`NOT ${conditionOf(node.part, idsOf)}`;
    case "said":
      return inStatements(statementCondition(node.part, idsOf));
    case "name":
      return NAMED[node.field](idsOf(node));
    case "choice":
      return CHOSEN[node.field](node.value);
    case "days":
      return sql`(published_on >= coalesce(${node.from}::date, '-infinity')
        AND published_on <= coalesce(${node.to}::date, 'infinity'))`;
    default:
      throw new RangeError(`An index finds it: ${node.type}`);
  }
}

/** What is asked of a row of `statements`. */
function statementCondition(node: QueryNode, idsOf: IdsOfName): Prisma.Sql {
  if (isText(node)) return sql`terms @@ ${tsquery(toTsqueryText(node))}`;
  switch (node.type) {
    case "and":
    case "or":
      return joined(node, (part) => statementCondition(part, idsOf));
    case "not":
      return sql`NOT ${statementCondition(node.part, idsOf)}`;
    case "name":
      return saidBy(idsOf(node));
    case "choice":
      return saidAs(node.value);
    default:
      throw new RangeError(`No statement has it: ${node.type}`);
  }
}

function joined(
  { type, parts }: Extract<QueryNode, { type: "and" | "or" }>,
  conditionOf: (part: QueryNode) => Prisma.Sql,
): Prisma.Sql {
  return sql`(${Prisma.join(parts.map(conditionOf), type === "and" ? " AND " : " OR ")})`;
}

const saidBy = (ids: string[]) => sql`coalesce(speaker_id = ANY(${ids}), false)`;
const saidAs = (kind: string) => sql`kind::text = ${kind}`;

const NAMED: Readonly<Record<NameField, (ids: string[]) => Prisma.Sql>> = {
  topic: (ids) => sql`article_id IN (
    SELECT article_id FROM article_topics WHERE topic_id = ANY(${ids}) AND status <> 'rejected')`,
  person: mentioned,
  country: mentioned,
  speaker: (ids) => inStatements(saidBy(ids)),
  outlet: (ids) => sql`coalesce(outlet_id = ANY(${ids}::uuid[]), false)`,
};

const CHOSEN: Readonly<Record<ChoiceField, (value: string) => Prisma.Sql>> = {
  kind: (value) => inStatements(saidAs(value)),
  lang: (value) => sql`article_id IN (SELECT id FROM articles WHERE language = ${value})`,
  has: () => inStatements(sql`kind <> 'indirect'`),
};

function mentioned(ids: string[]): Prisma.Sql {
  return sql`article_id IN (
    SELECT article_id FROM mentions WHERE actor_id = ANY(${ids}) AND status <> 'rejected')`;
}

function inStatements(condition: Prisma.Sql): Prisma.Sql {
  return sql`article_id IN (SELECT article_id FROM statements WHERE is_public AND ${condition})`;
}
