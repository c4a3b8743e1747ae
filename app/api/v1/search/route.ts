import type { z } from "zod";
import { searchAnswerSchema } from "#lib/api/answer-schemas.ts";
import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { searchQuerySchema } from "#lib/api/schema.ts";
import { today } from "#lib/dates/today.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { toChosen } from "#lib/search/chosen-facets.ts";
import { searchArticles } from "#lib/search/data.ts";
import { sortOf } from "#lib/search/parse-query.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";
import type { ChosenFacets, FacetChoice, FacetName } from "#lib/search/types.ts";

export const GET = route({
  summary: "Search the published articles",
  auth: "public",
  query: searchQuerySchema,
  response: searchAnswerSchema,
  handler: async ({ query }) => {
    const { q, from, to, sort, cursor } = query;
    const page = pageOf(cursor);
    const text = q.toWellFormed().trim();
    const { tree, ignored } = parseQuery(text, today());
    const { pageCount, items, ...rest } = await searchArticles({
      ...{ text, tree },
      from: from ?? null,
      to: to ?? null,
      chosen: chosenOf(query),
      sort: sortOf(sort, text),
      page,
    });
    return {
      body: {
        ...rest,
        items: items.map((item) => ({ ...item, status: "published" as const })),
        ignored,
        nextCursor: page < pageCount ? toPageCursor(page + 1) : null,
      },
    };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");

function chosenOf(query: z.output<typeof searchQuerySchema>): ChosenFacets {
  const choices: Record<FacetName, FacetChoice> = {
    topics: choice(query.topic, query["not-topic"], query.topics),
    people: choice(query.person, query["not-person"], query.people),
    countries: choice(query.country, query["not-country"], query.countries),
    outlets: choice(query.outlet, query["not-outlet"]),
    years: choice(query.year, query["not-year"]),
  };
  return toChosen((facet) => choices[facet]);
}

function choice(ids: string[], notIds: string[], mode?: "all" | "any"): FacetChoice {
  return { ids, notIds, isAny: mode === "any" };
}
