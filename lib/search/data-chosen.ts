/** What the values that were chosen of facets are, by the ids that stand in addresses. */
import { database } from "#lib/db/client.ts";
import { FACETS } from "#lib/search/chosen-facets.ts";
import type { NumberChoice } from "#lib/search/index/narrow.ts";
import type { ChosenFacets, FacetName } from "#lib/search/types.ts";

type NamedValue = {
  /** Under which the search's index knows it; of a year the year. */
  number: number;
  label: string;
  noun: string;
};

/** Null where the archive has no such thing. */
export type NameOfValue = (facet: FacetName, id: string) => NamedValue | null;

const YEAR = /^(?!0000)\d{4}$/;

/** Looks up all that several searches choose at once. */
export async function nameChosen(searches: readonly ChosenFacets[]): Promise<NameOfValue> {
  const idsOf = (facet: FacetName) => [
    ...new Set(searches.flatMap(({ [facet]: { ids, notIds } }) => [...ids, ...notIds])),
  ];
  const [topics, actors, outlets] = await Promise.all([
    listTopics(idsOf("topics")),
    listActors([...new Set([...idsOf("people"), ...idsOf("countries")])]),
    listOutlets(idsOf("outlets")),
  ]);
  return (facet, id) => {
    switch (facet) {
      case "topics":
        return topics.get(id) ?? null;
      case "people":
        return actors.get(id) ?? null;
      case "countries":
        return actors.get(id)?.noun === "country" ? (actors.get(id) ?? null) : null;
      case "outlets":
        return outlets.get(id) ?? null;
      case "years":
        return YEAR.test(id) ? { number: Number(id), label: id, noun: "year" } : null;
    }
  };
}

/** What is chosen, in words: `Grain or Ports`, `not Tolls`. What has no name goes by its id. */
export function chosenInWords(chosen: ChosenFacets, nameOf: NameOfValue): string[] {
  return FACETS.flatMap((facet) => {
    const { ids, isAny, notIds } = chosen[facet];
    const labelOf = (id: string) => nameOf(facet, id)?.label ?? id;
    const labels = ids.map(labelOf);
    return [
      ...(isAny && ids.length > 1 ? [labels.join(" or ")] : labels),
      ...notIds.map((id) => `not ${labelOf(id)}`),
    ];
  });
}

/** All that is chosen, with what it is. */
export function nameAll(chosen: ChosenFacets, nameOf: NameOfValue): unknown[] {
  const named = (facet: FacetName, ids: readonly string[]) =>
    ids.map((id) => [id, nameOf(facet, id)]);
  return FACETS.map((facet) => {
    const { ids, isAny, notIds } = chosen[facet];
    return [named(facet, ids), isAny, named(facet, notIds)];
  });
}

/** What is chosen, by the index's numbers; nothing of facets that are left as they are. */
export function toNumbers(chosen: ChosenFacets, nameOf: NameOfValue): NumberChoice[] {
  return FACETS.filter((facet) => hasChosen(chosen, facet)).map((facet) => {
    const { ids, isAny, notIds } = chosen[facet];
    const numberOf = (id: string) => nameOf(facet, id)?.number ?? null;
    return { facet, numbers: ids.map(numberOf), isAny, notNumbers: notIds.map(numberOf) };
  });
}

function hasChosen(chosen: ChosenFacets, facet: FacetName): boolean {
  return chosen[facet].ids.length + chosen[facet].notIds.length > 0;
}

async function listTopics(ids: string[]): Promise<Map<string, NamedValue>> {
  if (ids.length === 0) return new Map();
  const topics = await database.topic.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, label: true },
  });
  return new Map(topics.map(({ id, ...topic }) => [id, { ...topic, noun: "topic" }]));
}

async function listActors(ids: string[]): Promise<Map<string, NamedValue>> {
  if (ids.length === 0) return new Map();
  const actors = await database.actor.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, name: true, kind: true },
  });
  return new Map(
    actors.map(({ id, number, name, kind }) => [id, { number, label: name, noun: kind }]),
  );
}

async function listOutlets(slugs: string[]): Promise<Map<string, NamedValue>> {
  if (slugs.length === 0) return new Map();
  const outlets = await database.outlet.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, number: true, name: true },
  });
  return new Map(
    outlets.map(({ slug, number, name }) => [slug, { number, label: name, noun: "outlet" }]),
  );
}
