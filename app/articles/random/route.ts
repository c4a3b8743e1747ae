import { getRandomArticlePath } from "#lib/articles/data-random.ts";
import { getEnv } from "#lib/env.ts";
import { documentRoute } from "#lib/http/document-route.ts";

// Another article for everyone who asks.
export const dynamic = "force-dynamic";

export const GET = documentRoute(async () => {
  // An empty archive says so on the page of all articles.
  const path = (await getRandomArticlePath()) ?? "/articles";
  const headers = { Location: `${getEnv().ARCHIVE_URL}${path}`, "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers });
});
