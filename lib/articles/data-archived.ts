import { createHash } from "node:crypto";
import { articlePath } from "#lib/articles/address.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";

/** The article that given bytes belong to; `inBin`: it is deleted; `path`: where it is public. */
export type Archived = {
  articleId: string;
  inBin: boolean;
  headline: string | null;
  path: string | null;
};

/** Lower-case hexadecimal SHA-256, by which an original is known. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const IDENTITY = {
  ...{ id: true, deletedAt: true, headline: true },
  ...{ status: true, publishedOn: true, slug: true },
} as const;
const IDENTITY_SELECT = { select: IDENTITY } as const;

/**
 * The articles that originals of these hashes belong to, by hash: of one merged away, the article
 * that stands for it.
 */
export async function findArchivedBySha256(
  hashes: readonly string[],
): Promise<Map<string, Archived>> {
  const rows = await database.original.findMany({
    where: { sha256: { in: [...hashes] } },
    select: {
      sha256: true,
      ofArticle: { select: { article: { select: { ...IDENTITY, mergedInto: IDENTITY_SELECT } } } },
    },
  });
  return new Map(
    rows.flatMap(({ sha256, ofArticle }) => {
      if (!ofArticle) return [];
      const article = ofArticle.article.mergedInto ?? ofArticle.article;
      const { id, deletedAt, headline, status, publishedOn, slug } = article;
      const isPublic = status === "published" && deletedAt === null && publishedOn && slug;
      const path = isPublic ? articlePath(toCalendarDay(publishedOn), slug) : null;
      return [[sha256, { articleId: id, inBin: deletedAt !== null, headline, path }]];
    }),
  );
}
