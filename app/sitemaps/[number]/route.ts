import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { listSitemapEntries } from "#lib/exchange/data.ts";
import { sitemapXml } from "#lib/exchange/sitemap.ts";
import { documentRoute } from "#lib/http/document-route.ts";

type Context = { params: Promise<{ number: string }> };

export const GET = documentRoute(async ({ params }: Context) => {
  const { number } = await params;
  const entries = /^[1-9]\d{0,3}$/.test(number) ? await listSitemapEntries(Number(number)) : [];
  if (entries.length === 0) throw new AppError("not_found", "There is no such sitemap.");
  const xml = sitemapXml(entries, getEnv().ARCHIVE_URL);
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
});
