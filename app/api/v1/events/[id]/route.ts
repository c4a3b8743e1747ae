import { eventSchema } from "#lib/api/answer-schemas.ts";
import { idParamsSchema } from "#lib/api/schema.ts";
import { AppError } from "#lib/errors.ts";
import { getEvent } from "#lib/events/data.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "An event with its facts, participants and sources",
  auth: "public",
  params: idParamsSchema,
  response: eventSchema,
  errors: ["not_found"],
  handler: async ({ params: { id } }) => {
    const event = await getEvent(id);
    if (!event) throw new AppError("not_found", "There is no event with this id.");
    return { body: event };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
