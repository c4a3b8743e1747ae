import { listStatementAnswers } from "#lib/api/statement-answers.ts";
import { statementListSchema, statementsQuerySchema } from "#lib/api/statement-schemas.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "Who said what, by speaker, office, side, topic, outlet, kind, day and words",
  auth: "public",
  query: statementsQuerySchema,
  response: statementListSchema,
  handler: async ({ query }) => ({ body: await listStatementAnswers(query) }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
