import { timelineSchema } from "#lib/api/answer-schemas.ts";
import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { timelineQuerySchema } from "#lib/api/schema.ts";
import { listTimeline } from "#lib/events/data-timeline.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "Events and articles in order of time",
  auth: "public",
  query: timelineQuerySchema,
  response: timelineSchema,
  handler: async ({ query: { lane, topic, from, to, order, limit, cursor } }) => {
    const page = pageOf(cursor);
    const { entries, total } = await listTimeline(
      { lanes: lane, topicId: topic ?? null, from: from ?? null, to: to ?? null },
      { page, pageSize: limit, order },
    );
    const nextCursor = page * limit < total ? toPageCursor(page + 1) : null;
    return { body: { items: entries, nextCursor, total } };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
