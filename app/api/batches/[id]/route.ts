import { requireRole } from "#lib/auth/current-user.ts";
import { getBatchProgress } from "#lib/batches/data.ts";
import { batchIdSchema } from "#lib/batches/schema.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

type Context = { params: Promise<{ id: string }> };

/** How far a batch is, for its page, which asks again and again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    await requireRole("editor");
    const progress = await getBatchProgress(parseInput(batchIdSchema, (await params).id, "id"));
    if (!progress) throw new AppError("not_found", "There is no such batch.");
    return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return problemResponse(error, getRequestContext().requestId);
  }
}
