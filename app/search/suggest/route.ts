import { z } from "zod";
import { documentRoute } from "#lib/http/document-route.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { countRequest } from "#lib/http/rate-limit.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { suggestNames } from "#lib/search/data-suggestions.ts";
import { MAX_TEXT_LENGTH } from "#lib/search/parse-query.ts";

/** A NUL is in no name, and gives way to what takes as much room, so that places stay. */
const querySchema = z.object({
  q: z
    .string()
    .max(MAX_TEXT_LENGTH)
    .transform((text) => text.replaceAll("\0", " ").toWellFormed()),
});

/** For `public/search-suggestions.js`: what is typed, up to where one types. */
export const GET = documentRoute(async (_context, request) => {
  const limitHeaders = await countRequest("typing", getRequestContext().clientAddress);
  const { searchParams } = new URL(request.url);
  const { q } = parseInput(querySchema, { q: searchParams.get("q") ?? "" });
  return Response.json(
    { suggestions: await suggestNames(q) },
    { headers: { ...limitHeaders, "Cache-Control": "public, max-age=30" } },
  );
});
