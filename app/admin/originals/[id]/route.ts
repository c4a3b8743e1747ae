import { z } from "zod";
import { requireRole } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { documentRoute } from "#lib/http/document-route.ts";
import { originalResponse } from "#lib/http/original-response.ts";
import { getOriginalBytes } from "#lib/originals/data.ts";

const uuid = z.uuid();

type Context = { params: Promise<{ id: string }> };

/** The original of any article, drafts too, for those who edit them. */
export const GET = documentRoute(async ({ params }: Context) => {
  await requireRole("editor");
  const { data: id } = uuid.safeParse((await params).id);
  const original = id ? await getOriginalBytes(id) : null;
  if (!original) throw new AppError("not_found", "There is no such original.");
  return originalResponse(original, { isRendered: true });
});
