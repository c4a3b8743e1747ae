import { z } from "zod";
import { getPublicOriginal } from "#lib/articles/data-original.ts";

const uuid = z.uuid();

/** Whatever came in is shown as plain text or downloaded, never rendered. */
const SANDBOX = "sandbox; default-src 'none'";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { data: id } = uuid.safeParse((await params).id);
  const original = id ? await getPublicOriginal(id) : null;
  if (!original) return new Response("There is no such original to be shown.\n", { status: 404 });
  const { bytes, mediaType, encoding, fileName } = original;
  const isText = mediaType.startsWith("text/");
  const name = encodeURIComponent(fileName ?? `original-${id}`);
  return new Response(bytes, {
    headers: {
      "Content-Type": isText ? `text/plain; charset=${encoding}` : "application/octet-stream",
      "Content-Disposition": `${isText ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "Content-Security-Policy": SANDBOX,
      "X-Robots-Tag": "noindex",
    },
  });
}
