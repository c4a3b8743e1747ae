/** The names of what a search counts. */
import { FACETS } from "#lib/search/chosen-facets.ts";
import type { NameOfValue } from "#lib/search/data-chosen.ts";
import type { ActorLabel, Label, Labels } from "#lib/search/data-labels.ts";
import type { FacetNumbers } from "#lib/search/index/count-hits.ts";
import type { ChosenFacets, ChosenValue, FacetCount, FacetName } from "#lib/search/types.ts";

const FACET_LENGTH = 8;
const { compare } = new Intl.Collator("en-GB");

type Counts = ReadonlyMap<number, number>;

/** The most frequent of each kind, with their names, and all years. */
export function toFacets(
  counts: FacetNumbers,
  { topics, actors, outlets }: Labels,
): Record<FacetName, FacetCount[]> {
  const years = [...counts.years]
    .sort(([one], [other]) => other - one)
    .map(([year, count]) => ({ ...yearNamed(year), count }));
  return {
    topics: mostOf(counts.topics, topics),
    people: mostOf(counts.people, actors, ({ kind }) => kind === "person"),
    countries: mostOf(counts.countries, actors, ({ kind }) => kind === "country"),
    outlets: mostOf(counts.outlets, outlets),
    years,
  };
}

function mostOf<T extends Label = ActorLabel>(
  counts: Counts,
  labels: ReadonlyMap<number, T>,
  isMeant: (label: T) => boolean = () => true,
): FacetCount[] {
  const named = [...counts].flatMap(([number, count]) => {
    const label = labels.get(number);
    return label && count > 0 && isMeant(label)
      ? [{ id: label.id, label: label.label, count }]
      : [];
  });
  return named
    .sort((one, other) => other.count - one.count || compare(one.label, other.label))
    .slice(0, FACET_LENGTH);
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
