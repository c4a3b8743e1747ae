import { createHash } from "node:crypto";
import { database } from "#lib/db/client.ts";

/** The article that given bytes belong to; `inBin`: it is deleted. */
export type Archived = { articleId: string; inBin: boolean; headline: string | null };

/** Lower-case hexadecimal SHA-256, by which an original is known. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const IDENTITY = { id: true, deletedAt: true, headline: true } as const;
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
      const { id, deletedAt, headline } = ofArticle.article.mergedInto ?? ofArticle.article;
      return [[sha256, { articleId: id, inBin: deletedAt !== null, headline }]];
    }),
  );
}
