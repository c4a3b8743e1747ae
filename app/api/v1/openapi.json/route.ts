import { z } from "zod";
import { ENDPOINTS } from "#app/api/v1/endpoints.ts";
import { getEnv } from "#lib/env.ts";
import { toOpenApi } from "#lib/http/openapi.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "This interface, described for programs (OpenAPI 3.1)",
  auth: "public",
  response: z.looseObject({ openapi: z.string() }),
  handler: async () => ({
    body: toOpenApi(ENDPOINTS, {
      title: "The Diplomacy Archive",
      version: "1",
      serverUrl: `${getEnv().ARCHIVE_URL}/api/v1`,
    }),
  }),
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
