import { getEnv } from "#lib/env.ts";
import { listSitemapEntries } from "#lib/exchange/data.ts";
import { sitemapXml } from "#lib/exchange/sitemap.ts";

type Context = { params: Promise<{ number: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number } = await params;
  const entries = /^[1-9]\d{0,3}$/.test(number) ? await listSitemapEntries(Number(number)) : [];
  if (entries.length === 0) return new Response("There is no such sitemap.\n", { status: 404 });
  const xml = sitemapXml(entries, getEnv().ARCHIVE_URL);
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
