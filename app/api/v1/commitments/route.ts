import { pageOf, toPageCursor } from "#lib/api/page-cursor.ts";
import { commitmentListSchema, commitmentsQuerySchema } from "#lib/api/story-schemas.ts";
import { listCommitments } from "#lib/commitments/data-list.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "What was promised, by whom and until when, and what became of it",
  auth: "public",
  query: commitmentsQuerySchema,
  response: commitmentListSchema,
  handler: async ({ query: { by, state, topic, from, to, sort, limit, cursor } }) => {
    const page = pageOf(cursor);
    const { items, total } = await listCommitments(
      {
        ...{ actorId: by ?? null, state: state ?? null, topicId: topic ?? null },
        ...{ from: from ?? null, to: to ?? null, sort, page },
      },
      { pageSize: limit },
    );
    const nextCursor = page * limit < total ? toPageCursor(page + 1) : null;
    return { body: { items, nextCursor, total } };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
