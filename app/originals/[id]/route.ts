import { z } from "zod";
import { getPublicOriginal } from "#lib/articles/data-original.ts";
import { originalResponse } from "#lib/http/original-response.ts";

const uuid = z.uuid();

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { data: id } = uuid.safeParse((await params).id);
  const original = id ? await getPublicOriginal(id) : null;
  if (!original) return new Response("There is no such original to be shown.\n", { status: 404 });
  return originalResponse(original, { isRendered: false });
}
