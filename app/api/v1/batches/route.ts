import { batchQuerySchema, batchSchema, toBatchAnswer } from "#lib/api/batch-schemas.ts";
import { toApiActor } from "#lib/api/caller.ts";
import { getBatchSummary } from "#lib/batches/data.ts";
import { receiveBatch, receiveFile } from "#lib/batches/mutations-receive.ts";
import { MAX_BATCH_BYTES } from "#lib/batches/schema.ts";
import type { BatchSummary } from "#lib/batches/types.ts";
import { mediaTypeOf } from "#lib/http/body.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";

const UNNAMED = "upload";

export const POST = route({
  summary: "Import many articles in the background; answers before it is done",
  auth: { role: "editor" },
  query: batchQuerySchema,
  body: "stream",
  accepts: ["*/*"],
  maxBodyBytes: MAX_BATCH_BYTES,
  response: batchSchema,
  status: 202,
  handler: async ({ body, query, user }) => {
    const { name = UNNAMED, capturedOn, dryRun = false, publish = false, columns } = query;
    const mediaType = mediaTypeOf(body) || null;
    const id = await receiveBatch("api", toApiActor(user), async (reception) => {
      await receiveFile(reception, { name, mediaType }, body.stream);
      return { capturedOn, isDryRun: dryRun, publish, columns };
    });
    return {
      body: toBatchAnswer((await getBatchSummary(id)) as BatchSummary),
      headers: { Location: `/api/v1/batches/${id}` },
    };
  },
});

export const { GET, PUT, PATCH, DELETE } = refuseOtherMethods("POST");
