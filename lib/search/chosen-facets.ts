/** What a search is narrowed to, in its address, and one step from there. */
import { valuesOf, type ReaderParameters } from "#lib/http/reader-parameters.ts";
import type { ChosenFacets, FacetChoice, FacetName } from "#lib/search/types.ts";

/** In the order of addresses and pages. */
export const FACETS: readonly FacetName[] = ["topics", "people", "countries", "outlets", "years"];
/** Of each facet so many values are chosen at most, and so many excluded. */
const MAX_CHOSEN = 10;

/**
 * Parameters of an address: `topic=a&topic=b`, `topics=any` where either is enough, `not-topic=c`. An
 * article is of one outlet and one year, so of these only any can be asked for.
 */
const PARAMETERS: Readonly<Record<FacetName, { value: string; mode: string | null }>> = {
  topics: { value: "topic", mode: "topics" },
  people: { value: "person", mode: "people" },
  countries: { value: "country", mode: "countries" },
  outlets: { value: "outlet", mode: null },
  years: { value: "year", mode: null },
};
const ANY = "any";

/** Nothing is chosen. */
export const NOTHING_CHOSEN: ChosenFacets = toChosen(() => ({ ids: [], isAny: false, notIds: [] }));

/** What a reader's parameters choose. Never throws: what is too much or too long is left out. */
export function readChosen(parameters: ReaderParameters): ChosenFacets {
  return toChosen((facet) => {
    const { value, mode } = PARAMETERS[facet];
    return {
      ids: valuesOf(parameters[value], MAX_CHOSEN),
      isAny: mode !== null && [parameters[mode]].flat().includes(ANY),
      notIds: valuesOf(parameters[`not-${value}`], MAX_CHOSEN),
    };
  });
}

/** The one way to say each facet's choice: any where only that is possible, and not of nothing. */
export function toChosen(choiceOf: (facet: FacetName) => FacetChoice): ChosenFacets {
  const normal = (facet: FacetName): FacetChoice => {
    const { ids, isAny, notIds } = choiceOf(facet);
    return { ids, isAny: !hasModes(facet) || (isAny && ids.length > 0), notIds };
  };
  const [topics, people, countries] = [normal("topics"), normal("people"), normal("countries")];
  return { topics, people, countries, outlets: normal("outlets"), years: normal("years") };
}

/** What is chosen as the names and values of an address or a form. */
export function chosenPairs(chosen: ChosenFacets): [name: string, value: string][] {
  return FACETS.flatMap((facet) => {
    const { ids, isAny, notIds } = chosen[facet];
    const { value, mode } = PARAMETERS[facet];
    return [
      ...ids.map((id): [string, string] => [value, id]),
      ...(mode && isAny ? [[mode, ANY] satisfies [string, string]] : []),
      ...notIds.map((id): [string, string] => [`not-${value}`, id]),
    ];
  });
}

/** Whether an article can have several of a facet's values: only then all of them can be asked for. */
export function hasModes(facet: FacetName): boolean {
  return PARAMETERS[facet].mode !== null;
}

/** With a value chosen that was not, or was excluded. */
export function including(chosen: ChosenFacets, facet: FacetName, id: string): ChosenFacets {
  const rest = removing(chosen, facet, id);
  return changed(rest, facet, { ids: [...rest[facet].ids, id] });
}

/** With a value excluded that was not, or was chosen. */
export function excluding(chosen: ChosenFacets, facet: FacetName, id: string): ChosenFacets {
  const rest = removing(chosen, facet, id);
  return changed(rest, facet, { notIds: [...rest[facet].notIds, id] });
}

/** With a value neither chosen nor excluded. */
export function removing(chosen: ChosenFacets, facet: FacetName, id: string): ChosenFacets {
  const isOther = (other: string) => other !== id;
  const { ids, notIds } = chosen[facet];
  return changed(chosen, facet, { ids: ids.filter(isOther), notIds: notIds.filter(isOther) });
}

/** With any of a facet's values asked for rather than all, or the other way round. */
export function switched(chosen: ChosenFacets, facet: FacetName): ChosenFacets {
  return changed(chosen, facet, { isAny: !chosen[facet].isAny });
}

/** Whether one more value fits. */
export function canChooseMore({ ids, notIds }: FacetChoice): boolean {
  return ids.length < MAX_CHOSEN && notIds.length < MAX_CHOSEN;
}

function changed(
  chosen: ChosenFacets,
  facet: FacetName,
  change: Partial<FacetChoice>,
): ChosenFacets {
  return toChosen((name) => (name === facet ? { ...chosen[name], ...change } : chosen[name]));
}
