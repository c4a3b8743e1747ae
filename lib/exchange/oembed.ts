/** The provider's side of oEmbed 1.0 (https://oembed.com): a page's address, and how to show it. */
import { z } from "zod";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { EMBEDDED_PAGES, type EmbeddedPage, type EmbedRoom } from "#lib/exchange/oembed-pages.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { countRequest } from "#lib/http/rate-limit.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

const NOT_IMPLEMENTED = 501;
const MAX_URL_CHARACTERS = 2_000;
const MAX_PIXELS = 10_000;
const CACHE_AGE_S = 86_400;

const pixels = z.coerce.number().int().min(1).max(MAX_PIXELS).default(MAX_PIXELS);
const requestSchema = z.object({
  url: z.string().min(1).max(MAX_URL_CHARACTERS),
  maxwidth: pixels,
  maxheight: pixels,
  format: z.string().default("json"),
});

/**
 * Describes the page of ours that a request names. Throws `AppError` "not_found" for any other, also
 * of another site, and "invalid_input"; a form other than JSON is answered by 501.
 */
export async function oembedResponse(request: Request): Promise<Response> {
  const limitHeaders = await countRequest("network", getRequestContext().clientAddress);
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const { url, maxwidth, maxheight, format } = parseInput(requestSchema, given);
  if (format !== "json") {
    return new Response("Only format=json is provided.\n", {
      status: NOT_IMPLEMENTED,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
  const page = await describePage(url, { width: maxwidth, height: maxheight });
  if (!page) throw new AppError("not_found", "There is no page to embed at this address.");
  return Response.json(toAnswer(page), {
    headers: { ...limitHeaders, "Access-Control-Allow-Origin": "*" },
  });
}

async function describePage(address: string, room: EmbedRoom): Promise<EmbeddedPage | null> {
  const baseUrl = getEnv().ARCHIVE_URL;
  const url = URL.parse(address);
  if (!url || url.origin !== new URL(baseUrl).origin) return null;
  for (const { pattern, describe } of EMBEDDED_PAGES) {
    const match = pattern.exec(url.pathname);
    if (match) return describe({ parts: match.slice(1), search: url.search }, room, baseUrl);
  }
  return null;
}

function toAnswer({ author, ...page }: EmbeddedPage) {
  return {
    ...{ version: "1.0", type: "rich", ...page },
    ...(author && { author_name: author }),
    provider_name: "The Diplomacy Archive",
    provider_url: `${getEnv().ARCHIVE_URL}/`,
    cache_age: CACHE_AGE_S,
  };
}
