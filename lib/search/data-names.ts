/** Which things of the archive the names in a query mean. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { NameField, QueryNode } from "#lib/search/query-tree.ts";

type NameNode = Extract<QueryNode, { type: "name" }>;

/** The ids that are meant; none where the archive knows nothing of that name. */
export type IdsOfName = (node: NameNode) => string[];

/** A word such as `union` is in many names. */
const MAX_MEANT = 50;
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
  outlet: sql`SELECT slug AS id, id::text AS meant, name FROM outlets`,
};

/**
 * Finds what the names in a tree mean: an id, or a name whole, or else all whose names hold these
 * words. Letters count without their accents and in any case.
 */
export async function findNamed(tree: QueryNode | null): Promise<IdsOfName> {
  const nodes = new Map(listNames(tree).map((node) => [keyOf(node), node]));
  const found = await Promise.all(
    [...nodes].map(async ([key, node]) => [key, await findMeant(node)] as const),
  );
  const ids = new Map(found);
  return (node) => ids.get(keyOf(node)) ?? [];
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

async function findMeant({ field, name }: NameNode): Promise<string[]> {
  const words = name.replaceAll("\0", " ");
  const rows = await database.$queryRaw<{ meant: string }[]>`
    WITH matching AS (
      SELECT meant, CASE
        WHEN id = ${words} THEN 1
        WHEN lower(unaccent(name)) = lower(unaccent(${words})) THEN 2
        ELSE 3 END AS step
      FROM (${NAMED[field]}) named
      WHERE id = ${words} OR to_tsvector('simple', unaccent(name))
        @@ phraseto_tsquery('simple', unaccent(${words}))
    )
    SELECT DISTINCT meant FROM matching WHERE step = (SELECT min(step) FROM matching)
    ORDER BY meant LIMIT ${MAX_MEANT}`;
  return rows.map(({ meant }) => meant);
}

function keyOf({ field, name }: NameNode): string {
  return `${field}:${name}`;
}
