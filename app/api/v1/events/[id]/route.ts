import { eventSchema } from "#lib/api/event-schemas.ts";
import { toEvidenceAnswer } from "#lib/api/evidence-answers.ts";
import { idParamsSchema } from "#lib/api/schema.ts";
import { AppError } from "#lib/errors.ts";
import { getEvidence } from "#lib/events/data-evidence.ts";
import { getEvent } from "#lib/events/data.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "An event with its facts, participants, evidence and sources, and why it weighs so much",
  auth: "public",
  params: idParamsSchema,
  response: eventSchema,
  errors: ["not_found"],
  handler: async ({ params: { id } }) => {
    const event = await getEvent(id);
    if (!event) throw new AppError("not_found", "There is no event with this id.");
    return { body: { ...event, ...toEvidenceAnswer(await getEvidence(event)) } };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
