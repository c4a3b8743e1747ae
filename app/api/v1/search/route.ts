import { searchAnswerSchema } from "#lib/api/answer-schemas.ts";
import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { searchQuerySchema } from "#lib/api/schema.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { searchArticles } from "#lib/search/data.ts";

export const GET = route({
  summary: "Search the published articles",
  auth: "public",
  query: searchQuerySchema,
  response: searchAnswerSchema,
  handler: async ({ query }) => {
    const { q, from, to, topic, person, outlet, sort, cursor } = query;
    const page = pageOf(cursor);
    const { pageCount, items, ...rest } = await searchArticles({
      text: q.toWellFormed().trim(),
      from: from ?? null,
      to: to ?? null,
      topicIds: topic,
      actorIds: person,
      outletSlugs: outlet,
      sort: q.trim() === "" && sort === "relevance" ? "newest" : sort,
      page,
    });
    return {
      body: {
        ...rest,
        items: items.map((item) => ({ ...item, status: "published" as const })),
        nextCursor: page < pageCount ? toPageCursor(page + 1) : null,
      },
    };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
