import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { route } from "#lib/http/route.ts";

const answerNotFound = route({
  summary: "Whatever does not exist",
  auth: "public",
  response: z.never(),
  errors: ["not_found"],
  handler: async () => {
    throw new AppError(
      "not_found",
      "The interface has no such address. /api/v1/openapi.json lists those it has.",
    );
  },
});

export {
  answerNotFound as DELETE,
  answerNotFound as GET,
  answerNotFound as PATCH,
  answerNotFound as POST,
  answerNotFound as PUT,
};
