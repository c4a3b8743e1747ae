import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import type { Transaction } from "#lib/db/transaction.ts";

type Addressed = { id: string; publishedOn: string; headline: string; slug: string | null };

/**
 * Gives an article its address on its day and returns the slug: the one it had there before, or
 * one that no article ever had on that day. Its earlier addresses stay and lead to it. Others who
 * publish on the same day wait until this transaction ends.
 */
export async function claimAddress(
  tx: Transaction,
  { id, publishedOn, headline, slug }: Addressed,
): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${publishedOn}`}, 0))`;
  const day = toDateColumn(publishedOn);
  const own = await tx.articleAddress.findFirst({
    where: { articleId: id, publishedOn: day },
    orderBy: { createdAt: "desc" },
    select: { slug: true },
  });
  if (own) return own.slug;
  const wanted = slug ?? toSlug(headline);
  const taken = await listTakenSlugs(tx, day, wanted);
  const free = firstFreeSlug(wanted, (candidate) => taken.has(candidate));
  await tx.articleAddress.create({ data: { publishedOn: day, slug: free, articleId: id } });
  return free;
}

async function listTakenSlugs(tx: Transaction, publishedOn: Date, wanted: string) {
  const query = {
    where: { publishedOn, slug: { startsWith: wanted } },
    select: { slug: true },
  };
  const [addresses, articles] = [
    await tx.articleAddress.findMany(query),
    await tx.article.findMany(query),
  ];
  return new Set([...addresses, ...articles].map(({ slug }) => slug));
}
