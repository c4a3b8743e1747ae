/** Finds the article whose page an address names. */
import { isFrontOf, isVersion, type AtAddress } from "#lib/articles/is-version.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";
import { pageAddressOf } from "#lib/text/page-address.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** Several articles may give one address; so many of them are looked at. */
const MAX_ARTICLES_PER_ADDRESS = 5;
/** So much of a text tells whether another is a version of it. */
const MAX_COMPARED_CHARACTERS = 20_000;

/** An article that gives an address as its source. */
export type ArticleAtAddress = AtAddress & { id: string; mergedIntoId: string | null };

type Row = Omit<ArticleAtAddress, "publishedOn"> & {
  publishedOn: Date | null;
  pageAddress: string;
  homepageUrl: string | null;
};

/**
 * The articles outside the bin at these addresses (`pageAddressOf`), by address, merged ones last.
 * An outlet's own front is none of its articles' page.
 */
export async function findArticlesAt(
  pageAddresses: readonly string[],
  tx: Transaction = database,
): Promise<Map<string, ArticleAtAddress[]>> {
  const found = new Map<string, ArticleAtAddress[]>();
  if (pageAddresses.length === 0) return found;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT at_address.* FROM unnest(${[...new Set(pageAddresses)]}::text[]) AS wanted (address)
    CROSS JOIN LATERAL (
      SELECT articles.id, articles.page_address AS "pageAddress", articles.headline,
        articles.merged_into_id AS "mergedIntoId", articles.published_on AS "publishedOn",
        left(articles.body, ${MAX_COMPARED_CHARACTERS}) AS body,
        outlets.homepage_url AS "homepageUrl"
      FROM articles LEFT JOIN outlets ON outlets.id = articles.outlet_id
        LEFT JOIN articles AS stands_for ON stands_for.id = articles.merged_into_id
      WHERE articles.page_address = wanted.address
        AND articles.deleted_at IS NULL AND stands_for.deleted_at IS NULL
      ORDER BY articles.merged_into_id NULLS FIRST, articles.id
      LIMIT ${MAX_ARTICLES_PER_ADDRESS}
    ) AS at_address`;
  for (const { pageAddress, homepageUrl, publishedOn, ...row } of rows) {
    if (isFrontOf(homepageUrl, pageAddress)) continue;
    const article = { ...row, publishedOn: publishedOn && toCalendarDay(publishedOn) };
    found.set(pageAddress, [...(found.get(pageAddress) ?? []), article]);
  }
  return found;
}

/** The first of the articles that a text is a version of; null where it is none. */
export function versionOf<T extends AtAddress>(
  text: AtAddress,
  articles: readonly T[] | undefined,
): T | null {
  return articles?.find((article) => isVersion(article, text)) ?? null;
}

/** What of a draft tells whether it is a version of an article at its address. */
export function toAtAddress(draft: ArticleDraft): AtAddress {
  return {
    headline: draft.headline?.value ?? null,
    publishedOn: draft.publishedOn?.value ?? null,
    body: draft.paragraphs.map(({ value }) => value).join("\n\n"),
  };
}

/** The ids of the articles of whose pages drafts would be new versions, by draft; no other has one. */
export async function findArticlesOfPages(
  drafts: readonly ArticleDraft[],
): Promise<Map<ArticleDraft, string>> {
  const addressed = drafts.flatMap((draft) => {
    const address = pageAddressOf(draft.sourceUrl?.value ?? null);
    return address ? [{ draft, address }] : [];
  });
  const found = await findArticlesAt(addressed.map(({ address }) => address));
  return new Map(
    addressed.flatMap(({ draft, address }) => {
      const article = versionOf(toAtAddress(draft), found.get(address));
      return article ? [[draft, article.mergedIntoId ?? article.id]] : [];
    }),
  );
}
