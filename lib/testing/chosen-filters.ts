/** Random choices of facets, and the slow and obvious way to tell what they leave and add up to. */
import fc from "fast-check";
import { FACETS } from "#lib/search/chosen-facets.ts";
import type { SearchParameters } from "#lib/search/parse-query.ts";
import type { ChosenFacets, FacetName } from "#lib/search/types.ts";
import { SEARCHED, type SearchedArticle } from "#lib/testing/searched-articles.ts";

const { TOPICS, PEOPLE, COUNTRIES, OUTLETS } = SEARCHED;
const UNKNOWN = "nobody";
const YEARS = ["2021", "2022", "2024", "2025"];

const choiceOf = (name: string, mode: string, values: readonly string[]) =>
  fc
    .record({
      ids: fc.subarray([...values, UNKNOWN], { maxLength: 2 }),
      notIds: fc.subarray([...values, UNKNOWN], { maxLength: 1 }),
      isAny: fc.boolean(),
    })
    .map(({ ids, notIds, isAny }) => ({
      ...{ [name]: ids, [`not-${name}`]: notIds },
      ...(isAny && { [mode]: "any" }),
    }));

/** Parameters that choose of some facets and not of others. */
export const chosenParameters: fc.Arbitrary<SearchParameters> = fc
  .tuple(
    fc.option(choiceOf("topic", "topics", TOPICS)),
    fc.option(choiceOf("person", "people", [...PEOPLE, ...COUNTRIES])),
    fc.option(choiceOf("country", "countries", COUNTRIES)),
    fc.option(choiceOf("outlet", "outlets", OUTLETS)),
    fc.option(choiceOf("year", "years", YEARS)),
  )
  .map((all) => Object.assign({}, ...all));

/** Whether an article has what is chosen, one facet's chosen values left aside. */
export function hasChosen(
  chosen: ChosenFacets,
  article: SearchedArticle,
  aside: FacetName | null = null,
): boolean {
  return FACETS.every((facet) => {
    const { ids, isAny, notIds } = chosen[facet];
    const values = valuesOf(article, facet);
    const has = (id: string) => values.includes(id);
    if (notIds.some(has)) return false;
    return facet === aside || ids.length === 0 || (isAny ? ids.some(has) : ids.every(has));
  });
}

/** How many articles each value of a facet has, of those that choosing it could lead to. */
export function countChosen(
  chosen: ChosenFacets,
  articles: readonly SearchedArticle[],
  facet: FacetName,
): Record<string, number> {
  const aside = chosen[facet].isAny ? facet : null;
  const counts: Record<string, number> = {};
  for (const article of articles)
    if (hasChosen(chosen, article, aside))
      for (const value of shownValuesOf(article, facet)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function valuesOf(article: SearchedArticle, facet: FacetName): string[] {
  const { people, countries } = article;
  return facet === "people" ? [...people, ...countries] : shownValuesOf(article, facet);
}

function shownValuesOf(article: SearchedArticle, facet: FacetName): string[] {
  const { topics, people, countries, outlet, day } = article;
  const values = { topics, people, countries, outlets: outlet ? [outlet] : [] };
  return facet === "years" ? [day.slice(0, 4)] : values[facet];
}
