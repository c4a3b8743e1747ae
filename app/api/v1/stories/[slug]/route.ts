import { slugParamsSchema, storySchema } from "#lib/api/story-schemas.ts";
import { requirePublicStory } from "#lib/api/story-answers.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "A story with its steps, the event of each and what it cites",
  auth: "public",
  params: slugParamsSchema,
  response: storySchema,
  errors: ["not_found", "gone"],
  handler: async ({ params: { slug } }) => ({ body: await requirePublicStory(slug) }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
