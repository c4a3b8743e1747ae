import { getEnv } from "#lib/env.ts";
import { countSitemaps } from "#lib/exchange/data.ts";
import { sitemapIndexXml } from "#lib/exchange/sitemap.ts";

// Otherwise it would be written once, at build time, when there is no database.
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const xml = sitemapIndexXml(await countSitemaps(), getEnv().ARCHIVE_URL);
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
