import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { timelineQuerySchema, timelineSchema } from "#lib/api/timeline-schemas.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { listTimelineEntries } from "#lib/timeline/data-list.ts";
import { fromApiQuery } from "#lib/timeline/timeline-query.ts";

export const GET = route({
  summary: "Events, articles and commitments in order of time",
  auth: "public",
  query: timelineQuerySchema,
  response: timelineSchema,
  handler: async ({ query: { order, limit, cursor, ...asked } }) => {
    const page = pageOf(cursor);
    const { entries, total } = await listTimelineEntries(fromApiQuery(asked), {
      ...{ page, pageSize: limit, order },
    });
    const nextCursor = page * limit < total ? toPageCursor(page + 1) : null;
    return { body: { items: entries, nextCursor, total } };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
