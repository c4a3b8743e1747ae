import { z } from "zod";
import { getPublicOriginal } from "#lib/articles/data-original.ts";
import { AppError } from "#lib/errors.ts";
import { documentRoute } from "#lib/http/document-route.ts";
import { originalResponse } from "#lib/http/original-response.ts";

const uuid = z.uuid();

type Context = { params: Promise<{ id: string }> };

export const GET = documentRoute(async ({ params }: Context) => {
  const { data: id } = uuid.safeParse((await params).id);
  const original = id ? await getPublicOriginal(id) : null;
  if (!original) throw new AppError("not_found", "There is no such original to be shown.");
  return originalResponse(original, { isRendered: false });
});
