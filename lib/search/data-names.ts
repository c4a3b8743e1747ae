/** Which things of the archive the names in a query mean. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { NameField, QueryNode } from "#lib/search/query-tree.ts";

type NameNode = Extract<QueryNode, { type: "name" }>;

type Meant = {
  ids: string[];
  /** Under which the search's index knows them. */
  numbers: ReadonlySet<number>;
  /** The names that they go by, in order. */
  labels: string[];
};

/** What is meant; nothing where the archive knows nothing of that name. */
export type MeaningOfName = (node: NameNode) => Meant;

const NOTHING: Meant = { ids: [], numbers: new Set(), labels: [] };

type MeantRow = { place: number; ids: string[]; numbers: number[]; labels: string[] };

const { sql } = Prisma;
const ACTORS = sql`
  SELECT actors.id, now.id AS meant, now.number, now.name AS label, names.name, actors.kind::text
  FROM actors JOIN actors now ON now.id = coalesce(actors.merged_into_id, actors.id)
  CROSS JOIN LATERAL (
    SELECT actors.name UNION ALL SELECT alias FROM actor_aliases WHERE actor_id = actors.id) names`;
/** All that has a name of the kind: its id as written, the id and name of what is meant, and a name. */
const NAMED: Readonly<Record<NameField, Prisma.Sql>> = {
  topic: sql`
    SELECT topics.id, now.id AS meant, now.number, now.label, topics.label AS name
    FROM topics JOIN topics now ON now.id = coalesce(topics.merged_into_id, topics.id)`,
  person: ACTORS,
  speaker: ACTORS,
  country: sql`SELECT * FROM (${ACTORS}) actors WHERE kind = 'country'`,
  outlet: sql`
    SELECT outlets.slug AS id, now.id::text AS meant, now.number, now.name AS label, outlets.name
    FROM outlets JOIN outlets now ON now.id = coalesce(outlets.merged_into_id, outlets.id)`,
};

/**
 * Finds what the names in a tree mean: an id, or a name whole, or else all whose names hold these
 * words. Letters count without their accents and in any case.
 */
export async function findNamed(tree: QueryNode | null): Promise<MeaningOfName> {
  const nodes = listNames(tree);
  const fields = [...new Set(nodes.map(({ field }) => field))];
  const found = await Promise.all(
    fields.map(async (field) => {
      const names = nodes.filter((node) => node.field === field).map(({ name }) => name);
      return [field, await findMeant(field, [...new Set(names)])] as const;
    }),
  );
  const byField = new Map(found);
  return ({ field, name }) => byField.get(field)?.get(name) ?? NOTHING;
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

async function findMeant(field: NameField, names: string[]): Promise<Map<string, Meant>> {
  const rows = await database.$queryRaw<MeantRow[]>`
    WITH asked AS (
      SELECT words, place::int, lower(unaccent(words)) AS folded,
        phraseto_tsquery('simple', unaccent(words)) AS query
      FROM unnest(${names.map((name) => name.replaceAll("\0", " "))}::text[])
        WITH ORDINALITY AS each (words, place)
    ), named AS MATERIALIZED (
      SELECT id, meant, number, label, lower(unaccent(name)) AS folded,
        to_tsvector('simple', unaccent(name)) AS words FROM (${NAMED[field]}) named
    ), matching AS (
      SELECT place, meant, number, label, CASE
        WHEN id = lower(asked.words) THEN 1
        WHEN named.folded = asked.folded THEN 2
        ELSE 3 END AS step
      FROM asked JOIN named ON id = lower(asked.words) OR named.words @@ query
    )
    SELECT place, array_agg(DISTINCT meant) AS ids, array_agg(DISTINCT number) AS numbers,
      array_agg(DISTINCT label) AS labels
    FROM matching
    WHERE step = (SELECT min(step) FROM matching best WHERE best.place = matching.place)
    GROUP BY place`;
  return new Map(
    rows.map(({ place, ids, numbers, labels }) => [
      names[place - 1] ?? "",
      { ids, numbers: new Set(numbers), labels },
    ]),
  );
}
