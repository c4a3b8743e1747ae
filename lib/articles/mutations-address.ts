import { articlePath } from "#lib/articles/address.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { Transaction } from "#lib/db/transaction.ts";

type Addressed = { id: string; publishedOn: string; headline: string; slug: string | null };

/**
 * Gives an article its address on its day and returns the slug: the one it had there before, or
 * one that no article ever had on that day. Its earlier addresses stay and lead to it. Others who
 * want the same address wait until this transaction ends.
 */
export async function claimAddress(
  tx: Transaction,
  { id, publishedOn, headline, slug }: Addressed,
): Promise<string> {
  const day = toDateColumn(publishedOn);
  const wanted = slug ?? toSlug(headline);
  await lockAddresses(tx, [{ publishedOn, wanted }]);
  const own = await tx.articleAddress.findFirst({
    where: { articleId: id, publishedOn: day },
    orderBy: { createdAt: "desc" },
    select: { slug: true },
  });
  if (own) return own.slug;
  const taken = await listTakenAddresses(tx, [{ publishedOn, wanted }]);
  const free = firstFreeSlug(wanted, (each) => taken.has(articlePath(publishedOn, each)));
  await tx.articleAddress.create({ data: { publishedOn: day, slug: free, articleId: id } });
  return free;
}

type Wanted = { publishedOn: string; wanted: string };

/**
 * Addresses that count from the same words, `talks` and `talks-2`, have one lock. All at once and in
 * one order for everyone, or two who publish the same could wait for each other.
 */
async function lockAddresses(tx: Transaction, addresses: readonly Wanted[]): Promise<void> {
  const names = addresses.map(({ publishedOn, wanted }) => {
    return `address ${publishedOn} ${wanted.replace(/(?:-\d+)+$/, "")}`;
  });
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest(${names}::text[]) AS given (name)
      ORDER BY key OFFSET 0
    ) AS sorted`;
}

type Unaddressed = Omit<Addressed, "slug">;

/** As `claimAddress` for many that never had one, in as many statements as for one; by their ids. */
export async function claimAddresses(
  tx: Transaction,
  articles: readonly Unaddressed[],
): Promise<Map<string, string>> {
  const wanted = articles.map(({ publishedOn, headline }) => {
    return { publishedOn, wanted: toSlug(headline) };
  });
  await lockAddresses(tx, wanted);
  const taken = await listTakenAddresses(tx, wanted);
  const slugs = articles.map((_, i) => {
    const { publishedOn, wanted: slug } = wanted[i] as Wanted;
    const free = firstFreeSlug(slug, (each) => taken.has(articlePath(publishedOn, each)));
    taken.add(articlePath(publishedOn, free));
    return free;
  });
  await insertRows(tx, {
    table: "article_addresses",
    columns: { published_on: "date", slug: "text", article_id: "uuid" },
    rows: articles.map(({ id, publishedOn }, i) => {
      return { published_on: publishedOn, slug: slugs[i] as string, article_id: id };
    }),
  });
  return new Map(articles.map(({ id }, i) => [id, slugs[i] as string]));
}

/** The addresses in use that the same words begin. */
async function listTakenAddresses(
  tx: Transaction,
  wanted: readonly Wanted[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ day: string; slug: string }[]>`
    WITH given AS MATERIALIZED (
      SELECT DISTINCT * FROM unnest(${wanted.map(({ publishedOn }) => publishedOn)}::date[],
        ${wanted.map((each) => each.wanted)}::text[]) AS given (day, wanted)
    )
    SELECT day::text, slug FROM given JOIN article_addresses ON published_on = day
    WHERE starts_with(slug, wanted)
    UNION
    SELECT day::text, slug FROM given JOIN articles ON published_on = day
    WHERE starts_with(slug, wanted)`;
  return new Set(rows.map(({ day, slug }) => articlePath(day, slug)));
}
