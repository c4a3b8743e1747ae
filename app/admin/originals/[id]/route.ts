import { z } from "zod";
import { requireRole } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { originalResponse } from "#lib/http/original-response.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { getOriginalBytes } from "#lib/originals/data.ts";

const uuid = z.uuid();

type Context = { params: Promise<{ id: string }> };

/** The original of any article, drafts too, for those who edit them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    await requireRole("editor");
    const { data: id } = uuid.safeParse((await params).id);
    const original = id ? await getOriginalBytes(id) : null;
    if (!original) throw new AppError("not_found", "There is no such original.");
    return originalResponse(original, { isRendered: true });
  } catch (error) {
    return problemResponse(error, getRequestContext().requestId);
  }
}
