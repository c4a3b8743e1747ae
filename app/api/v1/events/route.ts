import { eventListSchema, eventsQuerySchema } from "#lib/api/event-schemas.ts";
import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { listEvents } from "#lib/events/data-list.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "Events by side, kind, topic, participant, place, time and weight",
  auth: "public",
  query: eventsQuerySchema,
  response: eventListSchema,
  handler: async ({ query: { limit, cursor, order, lane, topic, from, to, ...query } }) => {
    const page = pageOf(cursor);
    const { items, total } = await listEvents(
      {
        ...{ lanes: lane, topicId: topic ?? null, from: from ?? null, to: to ?? null },
        ...{ kinds: query.kind, actorId: query.person ?? null, place: query.place || null },
        minWeight: query.minWeight ?? 0,
      },
      { page, pageSize: limit, order },
    );
    const nextCursor = page * limit < total ? toPageCursor(page + 1) : null;
    return { body: { items, nextCursor, total } };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
