import { topicListSchema } from "#lib/api/answer-schemas.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { listTopicsWithCounts } from "#lib/topics/data.ts";

export const GET = route({
  summary: "The vocabulary of topics, with counts",
  auth: "public",
  response: topicListSchema,
  handler: async () => ({ body: { items: await listTopicsWithCounts() } }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
