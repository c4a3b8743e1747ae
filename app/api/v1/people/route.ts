import { listActorsWithCounts } from "#lib/actors/data.ts";
import { peopleListSchema } from "#lib/api/answer-schemas.ts";
import { peopleQuerySchema } from "#lib/api/schema.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "People, organisations or countries, with counts",
  auth: "public",
  query: peopleQuerySchema,
  response: peopleListSchema,
  handler: async ({ query: { kind } }) => ({
    body: { items: await listActorsWithCounts({ kind }) },
  }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
