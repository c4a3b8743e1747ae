/** The names of what a search counts. */
import { database } from "#lib/db/client.ts";
import { Prisma, type ActorKind } from "#lib/db/generated/client.ts";
import { FACETS } from "#lib/search/chosen-facets.ts";
import type { NameOfValue } from "#lib/search/data-chosen.ts";
import type { FacetNumbers } from "#lib/search/index/count-hits.ts";
import type { ChosenFacets, ChosenValue, FacetCount, FacetName } from "#lib/search/types.ts";

const FACET_LENGTH = 8;

type Counts = ReadonlyMap<number, number>;

/** The most frequent of each kind, with their names, and all years. */
export async function listFacets(counts: FacetNumbers): Promise<Record<FacetName, FacetCount[]>> {
  const [topics, people, countries, outlets] = await Promise.all([
    database.$queryRaw<FacetCount[]>`
      SELECT id, label, count FROM ${countsOf(counts.topics)} JOIN topics USING (number)
      ORDER BY count DESC, label LIMIT ${FACET_LENGTH}`,
    listActors("person", counts.people),
    listActors("country", counts.countries),
    database.$queryRaw<FacetCount[]>`
      SELECT slug AS id, name AS label, count FROM ${countsOf(counts.outlets)}
      JOIN outlets USING (number) ORDER BY count DESC, name LIMIT ${FACET_LENGTH}`,
  ]);
  const years = [...counts.years]
    .sort(([one], [other]) => other - one)
    .map(([year, count]) => ({ ...yearNamed(year), count }));
  return { topics, people, countries, outlets, years };
}

function listActors(kind: ActorKind, counts: Counts): Promise<FacetCount[]> {
  return database.$queryRaw<FacetCount[]>`
    SELECT id, name AS label, count FROM ${countsOf(counts)} JOIN actors USING (number)
    WHERE kind = ${kind}::actor_kind ORDER BY count DESC, name LIMIT ${FACET_LENGTH}`;
}

function countsOf(counts: Counts): Prisma.Sql {
  const counted = [...counts].filter(([, count]) => count > 0);
  return Prisma.sql`unnest(
    ${counted.map(([number]) => number)}::int[], ${counted.map(([, count]) => count)}::int[]
  ) AS counted (number, count)`;
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
