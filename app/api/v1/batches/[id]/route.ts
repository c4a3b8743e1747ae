import { batchParamsSchema, batchSchema, toBatchAnswer } from "#lib/api/batch-schemas.ts";
import { getBatchSummary } from "#lib/batches/data.ts";
import { AppError } from "#lib/errors.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

export const GET = route({
  summary: "How far an import in the background is",
  auth: { role: "editor" },
  params: batchParamsSchema,
  response: batchSchema,
  errors: ["not_found"],
  handler: async ({ params: { id } }) => {
    const batch = await getBatchSummary(id);
    if (!batch) throw new AppError("not_found", "There is no such batch.");
    return { body: toBatchAnswer(batch) };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
