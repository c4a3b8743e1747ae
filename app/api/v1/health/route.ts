import { healthSchema } from "#lib/api/answer-schemas.ts";
import { measureDatabase } from "#lib/api/data.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "Whether the archive can answer: 503 while its database is away",
  auth: "public",
  response: healthSchema,
  handler: async () => ({ body: { status: "ok" as const, databaseMs: await measureDatabase() } }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
