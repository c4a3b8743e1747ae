import { listArticleAddresses } from "#lib/articles/data-addresses.ts";
import { database } from "#lib/db/client.ts";
import { SITEMAP_MAX_ADDRESSES, type SitemapEntry } from "#lib/exchange/sitemap.ts";

const SECTIONS = [
  "/",
  "/timeline",
  "/stories",
  "/commitments",
  "/articles",
  "/topics",
  "/people",
  "/statements",
  "/map",
  "/meetings",
  "/search/help",
  "/about",
];

/** How many sitemaps the archive needs: one for all but articles, and those of the articles. */
export async function countSitemaps(): Promise<number> {
  const articles = await database.articleSearch.count();
  return 1 + Math.ceil(articles / SITEMAP_MAX_ADDRESSES);
}

/** Sitemap `number` from 1; the first holds everything but articles. Empty past the last. */
export async function listSitemapEntries(number: number): Promise<SitemapEntry[]> {
  if (number === 1) return await listReferencePages();
  return await listArticleAddresses(number - 1, SITEMAP_MAX_ADDRESSES);
}

async function listReferencePages(): Promise<SitemapEntry[]> {
  const inUse = {
    where: { mergedIntoId: null },
    select: { id: true },
    orderBy: { id: "asc" },
  } as const;
  const [topics, actors, events, stories, commitments] = await Promise.all([
    database.topic.findMany(inUse),
    database.actor.findMany(inUse),
    database.event.findMany({ select: { id: true, updatedAt: true }, orderBy: { id: "asc" } }),
    database.story.findMany({
      where: { status: "published" },
      select: { slug: true, updatedAt: true },
      orderBy: { slug: "asc" },
    }),
    database.commitment.findMany({
      where: { withdrawnAt: null },
      select: { id: true, updatedAt: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return [
    ...SECTIONS.map((path) => ({ path })),
    ...topics.map(({ id }) => ({ path: `/topics/${id}` })),
    ...actors.map(({ id }) => ({ path: `/people/${id}` })),
    ...events.map(({ id, updatedAt }) => ({
      path: `/events/${id}`,
      changedAt: updatedAt.toISOString(),
    })),
    ...stories.map(({ slug, updatedAt }) => ({
      path: `/stories/${slug}`,
      changedAt: updatedAt.toISOString(),
    })),
    ...commitments.map(({ id, updatedAt }) => ({
      path: `/commitments/${id}`,
      changedAt: updatedAt.toISOString(),
    })),
  ].slice(0, SITEMAP_MAX_ADDRESSES);
}
