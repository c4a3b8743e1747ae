/** The names of what a search counts. */
import { database } from "#lib/db/client.ts";
import { FACETS } from "#lib/search/chosen-facets.ts";
import type { NameOfValue } from "#lib/search/data-chosen.ts";
import type { FacetNumbers } from "#lib/search/index/count-hits.ts";
import type { ChosenFacets, ChosenValue, FacetCount, FacetName } from "#lib/search/types.ts";

const FACET_LENGTH = 8;
/** Among so many of the most frequent actors are enough people and countries. */
const ACTORS_LOOKED_AT = 60;

type Counts = ReadonlyMap<number, number>;
type Named = { number: number; id: string; label: string };

/** The most frequent of each kind, with their names, and all years. */
export async function listFacets(counts: FacetNumbers): Promise<Record<FacetName, FacetCount[]>> {
  const { topics, people, countries, outlets, years } = counts;
  const actors = [people, countries].flatMap((each) => mostFrequent(each, ACTORS_LOOKED_AT));
  const [namedTopics, namedActors, namedOutlets] = await Promise.all([
    database.$queryRaw<Named[]>`
      SELECT number, id, label FROM topics WHERE number = ANY(${mostFrequent(topics, FACET_LENGTH)})`,
    database.$queryRaw<(Named & { kind: string })[]>`
      SELECT number, id, name AS label, kind::text FROM actors
      WHERE number = ANY(${[...new Set(actors)]})`,
    database.$queryRaw<Named[]>`
      SELECT number, slug AS id, name AS label FROM outlets
      WHERE number = ANY(${mostFrequent(outlets, FACET_LENGTH)})`,
  ]);
  const ofKind = (kind: string) => namedActors.filter((actor) => actor.kind === kind);
  return {
    topics: counted(namedTopics, topics),
    people: counted(ofKind("person"), people),
    countries: counted(ofKind("country"), countries),
    outlets: counted(namedOutlets, outlets),
    years: [...years]
      .sort(([one], [other]) => other - one)
      .map(([year, count]) => ({ ...yearNamed(year), count })),
  };
}

/** What was chosen and excluded, with names and counts. */
export function listChosen(
  chosen: ChosenFacets,
  nameOf: NameOfValue,
  counts: FacetNumbers,
): ChosenValue[] {
  return FACETS.flatMap((facet) => {
    const toValue = (id: string, isExcluded: boolean): ChosenValue => {
      const named = nameOf(facet, id);
      const count = named ? (counts[facet].get(named.number) ?? 0) : 0;
      const noun = named?.noun ?? NOUNS[facet];
      const label = named?.label ?? id;
      return { ...{ facet, id, label, noun, count, isExcluded }, isKnown: named !== null };
    };
    const { ids, notIds } = chosen[facet];
    return [...ids.map((id) => toValue(id, false)), ...notIds.map((id) => toValue(id, true))];
  });
}

const NOUNS: Readonly<Record<FacetName, string>> = {
  topics: "topic",
  people: "person",
  countries: "country",
  outlets: "outlet",
  years: "year",
};

function yearNamed(number: number): Omit<FacetCount, "count"> {
  const year = String(number).padStart(4, "0");
  return { id: year, label: year };
}

function mostFrequent(counts: Counts, length: number): number[] {
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, length)
    .map(([number]) => number);
}

function counted(named: readonly Named[], counts: Counts): FacetCount[] {
  return named
    .flatMap(({ number, id, label }) => {
      const count = counts.get(number) ?? 0;
      return count > 0 ? [{ id, label, count }] : [];
    })
    .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
    .slice(0, FACET_LENGTH);
}
