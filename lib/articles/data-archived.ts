import { createHash } from "node:crypto";
import { database } from "#lib/db/client.ts";

/** An article that was made from given bytes; `inBin`: it is deleted. */
export type Archived = { articleId: string; inBin: boolean };

/** Lower-case hexadecimal SHA-256, by which an original is known. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The article that was made from exactly these bytes before; null where there is none. */
export async function findArchived(bytes: Uint8Array): Promise<Archived | null> {
  const sha256 = sha256Of(bytes);
  return (await findArchivedBySha256([sha256])).get(sha256) ?? null;
}

/** The articles that were made from originals of these hashes, by hash. */
export async function findArchivedBySha256(
  hashes: readonly string[],
): Promise<Map<string, Archived>> {
  const rows = await database.original.findMany({
    where: { sha256: { in: [...hashes] } },
    select: { sha256: true, article: { select: { id: true, deletedAt: true } } },
  });
  return new Map(
    rows.flatMap(({ sha256, article }) =>
      article ? [[sha256, { articleId: article.id, inBin: article.deletedAt !== null }]] : [],
    ),
  );
}
