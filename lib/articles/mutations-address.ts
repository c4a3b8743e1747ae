import { articlePath } from "#lib/articles/address.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
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

type Unaddressed = Omit<Addressed, "slug">;

/** As `claimAddress` for many that never had one, in as many statements as for one; by their ids. */
export async function claimAddresses(
  tx: Transaction,
  articles: readonly Unaddressed[],
): Promise<Map<string, string>> {
  const days = [...new Set(articles.map(({ publishedOn }) => publishedOn))].sort();
  // In one order for everyone, or two who publish on the same days could wait for each other.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('address ' || day, 0))
    FROM unnest(${days}::text[]) WITH ORDINALITY AS locked (day, position) ORDER BY position`;
  const taken = await listTakenAddresses(tx, days.map(toDateColumn));
  const slugs = new Map<string, string>();
  for (const { id, publishedOn, headline } of articles) {
    const isTaken = (slug: string) => taken.has(articlePath(publishedOn, slug));
    const slug = firstFreeSlug(toSlug(headline), isTaken);
    taken.add(articlePath(publishedOn, slug));
    slugs.set(id, slug);
  }
  await tx.articleAddress.createMany({
    data: articles.map(({ id, publishedOn }) => ({
      articleId: id,
      publishedOn: toDateColumn(publishedOn),
      slug: slugs.get(id) as string,
    })),
  });
  return slugs;
}

async function listTakenAddresses(tx: Transaction, days: Date[]): Promise<Set<string>> {
  const addresses = await tx.articleAddress.findMany({
    where: { publishedOn: { in: days } },
    select: { publishedOn: true, slug: true },
  });
  const articles = await tx.article.findMany({
    where: { publishedOn: { in: days }, slug: { not: null } },
    select: { publishedOn: true, slug: true },
  });
  return new Set(
    [...addresses, ...articles].map(({ publishedOn, slug }) =>
      articlePath(toCalendarDay(publishedOn as Date), slug as string),
    ),
  );
}
