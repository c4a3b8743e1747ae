import { PUBLISHED } from "#lib/articles/data.ts";
import { database } from "#lib/db/client.ts";
import type { OriginalBytes } from "#lib/originals/types.ts";

/** The bytes as received of a published article shown in full; null for any other id (a UUID). */
export async function getPublicOriginal(id: string): Promise<OriginalBytes | null> {
  return await database.original.findFirst({
    where: { id, article: { ...PUBLISHED, rights: "full_text" } },
    select: { bytes: true, mediaType: true, encoding: true, fileName: true },
  });
}
