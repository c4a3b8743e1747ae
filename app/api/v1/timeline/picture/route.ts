import { pictureQuerySchema, pictureSchema } from "#lib/api/timeline-schemas.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { getPictureData } from "#lib/timeline/data-picture.ts";
import { fromApiQuery } from "#lib/timeline/timeline-query.ts";

export const GET = route({
  summary: "All that the picture of a window of the timeline is drawn from",
  auth: "public",
  query: pictureQuerySchema,
  response: pictureSchema,
  handler: async ({ query }) => ({ body: await getPictureData(fromApiQuery(query)) }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
