/** Which things of the archive the names in a query mean. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { NameField, QueryNode } from "#lib/search/query-tree.ts";

type NameNode = Extract<QueryNode, { type: "name" }>;

/** The ids that are meant; none where the archive knows nothing of that name. */
export type IdsOfName = (node: NameNode) => string[];

const { sql } = Prisma;
const ACTORS = sql`
  SELECT id, coalesce(merged_into_id, id) AS meant, names.name, kind::text FROM actors
  CROSS JOIN LATERAL (
    SELECT actors.name UNION ALL SELECT alias FROM actor_aliases WHERE actor_id = actors.id) names`;
/** All that has a name of the kind: its id as written, the id that is meant, and a name. */
const NAMED: Readonly<Record<NameField, Prisma.Sql>> = {
  topic: sql`SELECT id, coalesce(merged_into_id, id) AS meant, label AS name FROM topics`,
  person: ACTORS,
  speaker: ACTORS,
  country: sql`SELECT * FROM (${ACTORS}) actors WHERE kind = 'country'`,
  outlet: sql`SELECT slug AS id, coalesce(merged_into_id, id)::text AS meant, name FROM outlets`,
};

/**
 * Finds what the names in a tree mean: an id, or a name whole, or else all whose names hold these
 * words. Letters count without their accents and in any case.
 */
export async function findNamed(tree: QueryNode | null): Promise<IdsOfName> {
  const nodes = listNames(tree);
  const fields = [...new Set(nodes.map(({ field }) => field))];
  const found = await Promise.all(
    fields.map(async (field) => {
      const names = nodes.filter((node) => node.field === field).map(({ name }) => name);
      return [field, await findMeant(field, [...new Set(names)])] as const;
    }),
  );
  const byField = new Map(found);
  return ({ field, name }) => byField.get(field)?.get(name) ?? [];
}

/** The names in a tree, from left to right. */
export function listNames(node: QueryNode | null): NameNode[] {
  switch (node?.type) {
    case "name":
      return [node];
    case "not":
    case "said":
      return listNames(node.part);
    case "and":
    case "or":
      return node.parts.flatMap(listNames);
    default:
      return [];
  }
}

async function findMeant(field: NameField, names: string[]): Promise<Map<string, string[]>> {
  const rows = await database.$queryRaw<{ number: number; ids: string[] }[]>`
    WITH asked AS (
      SELECT words, number::int, lower(unaccent(words)) AS folded,
        phraseto_tsquery('simple', unaccent(words)) AS query
      FROM unnest(${names.map((name) => name.replaceAll("\0", " "))}::text[])
        WITH ORDINALITY AS each (words, number)
    ), named AS MATERIALIZED (
      SELECT id, meant, lower(unaccent(name)) AS folded,
        to_tsvector('simple', unaccent(name)) AS words FROM (${NAMED[field]}) named
    ), matching AS (
      SELECT number, meant, CASE
        WHEN id = lower(asked.words) THEN 1
        WHEN named.folded = asked.folded THEN 2
        ELSE 3 END AS step
      FROM asked JOIN named ON id = lower(asked.words) OR named.words @@ query
    )
    SELECT number, array_agg(DISTINCT meant) AS ids FROM matching
    WHERE step = (SELECT min(step) FROM matching best WHERE best.number = matching.number)
    GROUP BY number`;
  return new Map(rows.map(({ number, ids }) => [names[number - 1] ?? "", ids]));
}
