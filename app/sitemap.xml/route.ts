import { getEnv } from "#lib/env.ts";
import { countSitemaps } from "#lib/exchange/data.ts";
import { sitemapIndexXml } from "#lib/exchange/sitemap.ts";
import { documentRoute } from "#lib/http/document-route.ts";

// Its content and the address of the site are known when the archive runs, not when it is built.
export const dynamic = "force-dynamic";

export const GET = documentRoute(async () => {
  const xml = sitemapIndexXml(await countSitemaps(), getEnv().ARCHIVE_URL);
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
});
