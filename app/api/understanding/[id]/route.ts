import { requireRole } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { getRunProgress } from "#lib/understanding/data.ts";
import { runIdSchema } from "#lib/understanding/schema.ts";

type Context = { params: Promise<{ id: string }> };

/** How far a run is, for its page, which asks again and again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    await requireRole("editor");
    const progress = await getRunProgress(parseInput(runIdSchema, (await params).id, "id"));
    if (!progress) throw new AppError("not_found", "There is no such run.");
    return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return problemResponse(error, getRequestContext().requestId);
  }
}
