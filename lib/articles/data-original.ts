import { PUBLISHED } from "#lib/articles/data.ts";
import { database } from "#lib/db/client.ts";
import type { OriginalBytes } from "#lib/originals/types.ts";

/**
 * The bytes as received of a published article shown in full, or of one that was and is merged into such; null for
 * any other id (a UUID). Of an article with several originals, the one that its text was read from.
 */
export async function getPublicOriginal(id: string): Promise<OriginalBytes | null> {
  const shown = [PUBLISHED, { releasedAt: { not: null }, mergedInto: PUBLISHED }];
  return await database.original.findFirst({
    where: { id, article: { rights: "full_text", OR: shown } },
    select: { bytes: true, mediaType: true, encoding: true, fileName: true },
  });
}
