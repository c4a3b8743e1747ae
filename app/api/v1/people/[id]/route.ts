import { idParamsSchema } from "#lib/api/schema.ts";
import { requirePersonAnswer } from "#lib/api/statement-answers.ts";
import { personSchema } from "#lib/api/statement-schemas.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "A person, organisation or country, with offices and statements",
  auth: "public",
  params: idParamsSchema,
  response: personSchema,
  errors: ["not_found", "gone"],
  handler: async ({ params: { id } }) => ({ body: await requirePersonAnswer(id) }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
