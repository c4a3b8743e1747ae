/** The names of what a search counts. */
import { database } from "#lib/db/client.ts";
import type { HitCounts } from "#lib/search/index/count-hits.ts";
import type { FacetCount } from "#lib/search/types.ts";

const FACET_LENGTH = 8;
/** Among so many of the most frequent actors are enough people and countries. */
const ACTORS_LOOKED_AT = 60;

export type Facets = {
  topics: FacetCount[];
  people: FacetCount[];
  countries: FacetCount[];
  outlets: FacetCount[];
};

type Named = { number: number; id: string; label: string };

/** The most frequent of each kind, with their names. */
export async function listFacets({ topics, actors, outlets }: HitCounts): Promise<Facets> {
  const [namedTopics, namedActors, namedOutlets] = await Promise.all([
    database.$queryRaw<Named[]>`
      SELECT number, id, label FROM topics WHERE number = ANY(${mostFrequent(topics, FACET_LENGTH)})`,
    database.$queryRaw<(Named & { kind: string })[]>`
      SELECT number, id, name AS label, kind::text FROM actors
      WHERE number = ANY(${mostFrequent(actors, ACTORS_LOOKED_AT)})`,
    database.$queryRaw<Named[]>`
      SELECT number, slug AS id, name AS label FROM outlets
      WHERE number = ANY(${mostFrequent(outlets, FACET_LENGTH)})`,
  ]);
  const ofKind = (kind: string) => namedActors.filter((actor) => actor.kind === kind);
  return {
    topics: counted(namedTopics, topics),
    people: counted(ofKind("person"), actors),
    countries: counted(ofKind("country"), actors),
    outlets: counted(namedOutlets, outlets),
  };
}

function mostFrequent(counts: ReadonlyMap<number, number>, length: number): number[] {
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, length)
    .map(([number]) => number);
}

function counted(named: readonly Named[], counts: ReadonlyMap<number, number>): FacetCount[] {
  return named
    .map(({ number, id, label }) => ({ id, label, count: counts.get(number) ?? 0 }))
    .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
    .slice(0, FACET_LENGTH);
}
