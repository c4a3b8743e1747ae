import { storyListSchema } from "#lib/api/story-schemas.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { listStories } from "#lib/stories/data.ts";

export const GET = route({
  summary: "Stories told by editors, the latest published first",
  auth: "public",
  response: storyListSchema,
  handler: async () => ({ body: { items: await listStories() } }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
