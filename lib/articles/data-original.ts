import { PUBLISHED } from "#lib/articles/data.ts";
import { database } from "#lib/db/client.ts";

export type PublicOriginal = {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  encoding: string;
  fileName: string | null;
};

/** The bytes as received of a published article shown in full; null for any other id (a UUID). */
export async function getPublicOriginal(id: string): Promise<PublicOriginal | null> {
  return await database.original.findFirst({
    where: { id, article: { ...PUBLISHED, rights: "full_text" } },
    select: { bytes: true, mediaType: true, encoding: true, fileName: true },
  });
}
