/** The sitemap protocol's own limit for one file. */
export const SITEMAP_MAX_ADDRESSES = 50_000;

/** `path` within the site; `changedAt` ISO 8601. */
export type SitemapEntry = { path: string; changedAt?: string };

/** A sitemap of at most 50,000 addresses. */
export function sitemapXml(entries: readonly SitemapEntry[], baseUrl: string): string {
  const urls = entries.map(
    ({ path, changedAt }) =>
      `<url><loc>${escapeXml(baseUrl + path)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ""}</url>`,
  );
  return `${HEAD}<urlset xmlns="${NAMESPACE}">${urls.join("\n")}</urlset>`;
}

/** The index of so many sitemaps, numbered from 1. */
export function sitemapIndexXml(count: number, baseUrl: string): string {
  const files = Array.from(
    { length: count },
    (_, i) => `<sitemap><loc>${escapeXml(`${baseUrl}/sitemaps/${i + 1}`)}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">${files.join("\n")}</sitemapindex>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
