import { searchAnswerSchema } from "#lib/api/answer-schemas.ts";
import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { searchQuerySchema } from "#lib/api/schema.ts";
import { today } from "#lib/dates/today.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { searchArticles } from "#lib/search/data.ts";
import { sortOf } from "#lib/search/parse-query.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";

export const GET = route({
  summary: "Search the published articles",
  auth: "public",
  query: searchQuerySchema,
  response: searchAnswerSchema,
  handler: async ({ query }) => {
    const { q, from, to, topic, person, outlet, sort, cursor } = query;
    const page = pageOf(cursor);
    const text = q.toWellFormed().trim();
    const { tree, ignored } = parseQuery(text, today());
    const { pageCount, items, ...rest } = await searchArticles({
      ...{ text, tree },
      from: from ?? null,
      to: to ?? null,
      topicIds: topic,
      actorIds: person,
      outletSlugs: outlet,
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
