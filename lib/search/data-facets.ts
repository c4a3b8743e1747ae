/** The names of what a search counts. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { HitCounts } from "#lib/search/index/count-hits.ts";
import type { FacetCount } from "#lib/search/types.ts";

const FACET_LENGTH = 8;

export type Facets = {
  topics: FacetCount[];
  people: FacetCount[];
  countries: FacetCount[];
  outlets: FacetCount[];
};

/** The most frequent of each kind, with their names. */
export async function listFacets({ topics, actors, outlets }: HitCounts): Promise<Facets> {
  const [namedTopics, namedActors, namedOutlets] = await Promise.all([
    database.$queryRaw<FacetCount[]>`
      SELECT id, label, count FROM ${countsOf(topics)} JOIN topics USING (number)
      ORDER BY count DESC, label LIMIT ${FACET_LENGTH}`,
    database.$queryRaw<(FacetCount & { kind: string })[]>`
      SELECT id, label, count, kind FROM (
        SELECT id, name AS label, count, kind::text,
          row_number() OVER (PARTITION BY kind ORDER BY count DESC, name) AS place
        FROM ${countsOf(actors)} JOIN actors USING (number) WHERE kind IN ('person', 'country')
      ) ranked WHERE place <= ${FACET_LENGTH} ORDER BY place`,
    database.$queryRaw<FacetCount[]>`
      SELECT slug AS id, name AS label, count FROM ${countsOf(outlets)} JOIN outlets USING (number)
      ORDER BY count DESC, name LIMIT ${FACET_LENGTH}`,
  ]);
  const ofKind = (wanted: string) =>
    namedActors.flatMap(({ kind, ...counted }) => (kind === wanted ? [counted] : []));
  return {
    ...{ topics: namedTopics, outlets: namedOutlets },
    ...{ people: ofKind("person"), countries: ofKind("country") },
  };
}

function countsOf(counts: ReadonlyMap<number, number>): Prisma.Sql {
  return Prisma.sql`unnest(${[...counts.keys()]}::int[], ${[...counts.values()]}::int[])
    AS counted (number, count)`;
}
