/** What a query asks of a row of `article_search`, named `found`, as SQL. */
import { Prisma } from "#lib/db/generated/client.ts";
import type { MeaningOfName } from "#lib/search/data-names.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import type { ChoiceField, NameField, QueryNode } from "#lib/search/query-tree.ts";
import { isPositive, isText, withTextsJoined } from "#lib/search/text-query.ts";

const { sql } = Prisma;

/** How a query is carried out. */
export type SearchPlan = {
  /** What the text index is asked; null where no word has to be found. */
  text: QueryNode | null;
  /** What else must hold of a row with `article_id`, `published_on` and `outlet_id`. */
  conditions: Prisma.Sql[];
};

/**
 * Splits a query into what the text index finds by itself and what is then asked of each row that it
 * found. Whatever the query, the two together are exact.
 */
export function planSearch(tree: QueryNode | null, meaningOf: MeaningOfName): SearchPlan {
  const parts = tree === null ? [] : tree.type === "and" ? withTextsJoined(tree) : [tree];
  const text = parts.find((part) => isText(part) && isPositive(part)) ?? null;
  const others = parts.filter((part) => part !== text);
  return { text, conditions: others.map((part) => conditionOf(part, meaningOf, true)) };
}

/**
 * `ofNothing` is what holds where a text is of stop words only, which count for nothing: true among
 * what must all hold, false among what may.
 */
function conditionOf(node: QueryNode, meaningOf: MeaningOfName, ofNothing: boolean): Prisma.Sql {
  if (isText(node) && isPositive(node)) {
    const query = tsqueryOf(node);
    return orOfNothing(
      sql`found.article_id IN (SELECT article_id FROM matching_articles(${query}))`,
      ...[query, ofNothing],
    );
  }
  switch (node.type) {
    case "and":
    case "or":
      return joined(node, (part) => conditionOf(part, meaningOf, node.type === "and"));
    case "not":
      return sql`NOT ${conditionOf(node.part, meaningOf, !ofNothing)}`;
    case "said":
      return inStatements(statementCondition(node.part, meaningOf, false));
    case "name":
      return NAMED[node.field](meaningOf(node).ids);
    case "choice":
      return CHOSEN[node.field](node.value);
    case "days":
      return sql`(found.published_on >= coalesce(${node.from}::date, '-infinity')
        AND found.published_on <= coalesce(${node.to}::date, 'infinity'))`;
    default:
      throw new RangeError(`An index finds it: ${node.type}`);
  }
}

/** What is asked of a row of `statements`, named `said`. */
function statementCondition(
  node: QueryNode,
  meaningOf: MeaningOfName,
  ofNothing: boolean,
): Prisma.Sql {
  if (isText(node)) {
    const query = tsqueryOf(node);
    return orOfNothing(sql`said.terms @@ ${query}`, query, ofNothing);
  }
  switch (node.type) {
    case "and":
    case "or":
      return joined(node, (part) => statementCondition(part, meaningOf, node.type === "and"));
    case "not":
      return sql`NOT ${statementCondition(node.part, meaningOf, !ofNothing)}`;
    case "name":
      return saidBy(meaningOf(node).ids);
    case "choice":
      return saidAs(node.value);
    default:
      throw new RangeError(`No statement has it: ${node.type}`);
  }
}

function orOfNothing(condition: Prisma.Sql, query: Prisma.Sql, ofNothing: boolean): Prisma.Sql {
  return ofNothing ? sql`(${condition} OR numnode(${query}) = 0)` : condition;
}

function joined(
  node: Extract<QueryNode, { type: "and" | "or" }>,
  conditionOf: (part: QueryNode) => Prisma.Sql,
): Prisma.Sql {
  const conditions = withTextsJoined(node).map(conditionOf);
  return sql`(${Prisma.join(conditions, node.type === "and" ? " AND " : " OR ")})`;
}

const saidBy = (ids: string[]) => sql`coalesce(said.speaker_id = ANY(${ids}), false)`;
const saidAs = (kind: string) => sql`said.kind::text = ${kind}`;

const NAMED: Readonly<Record<NameField, (ids: string[]) => Prisma.Sql>> = {
  topic: hasTopic,
  person: mentioned,
  country: mentioned,
  speaker: (ids) => inStatements(saidBy(ids)),
  outlet: (ids) => sql`coalesce(found.outlet_id = ANY(${ids}::uuid[]), false)`,
};

const CHOSEN: Readonly<Record<ChoiceField, (value: string) => Prisma.Sql>> = {
  kind: (value) => inStatements(saidAs(value)),
  lang: (value) => sql`EXISTS (
    SELECT FROM articles WHERE id = found.article_id
      AND (lower(language) = ${value} OR lower(language) LIKE ${`${value}-%`}))`,
  has: () => inStatements(sql`said.kind <> 'indirect'`),
};

// Each looked up from its article: under NOT and OR a list of all articles that have it would be
// gone through again for every one.

/** Of a row `found`: it has one of these topics. */
export function hasTopic(ids: string[]): Prisma.Sql {
  return sql`EXISTS (
    SELECT FROM article_topics topic WHERE topic.article_id = found.article_id
      AND topic.topic_id = ANY(${ids}) AND topic.status <> 'rejected')`;
}

/** Of a row `found`: it mentions one of these actors. */
export function mentioned(ids: string[]): Prisma.Sql {
  return sql`EXISTS (
    SELECT FROM mentions mention WHERE mention.article_id = found.article_id
      AND mention.actor_id = ANY(${ids}) AND mention.status <> 'rejected')`;
}

function inStatements(condition: Prisma.Sql): Prisma.Sql {
  return sql`EXISTS (
    SELECT FROM statements said WHERE said.article_id = found.article_id
      AND said.is_public AND ${condition})`;
}
