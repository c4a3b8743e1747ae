import { database } from "#lib/db/client.ts";
import { decodeOriginal } from "#lib/ingest/pipeline.ts";
import type { OriginalBytes, OriginalText } from "#lib/originals/types.ts";

/** The original with this id (a UUID) as text; null where there is none. The caller authorises. */
export async function getOriginalText(id: string): Promise<OriginalText | null> {
  const row = await database.original.findUnique({
    where: { id },
    select: {
      id: true,
      bytes: true,
      mediaType: true,
      encoding: true,
      extractedText: true,
      byteLength: true,
      sha256: true,
      fileName: true,
      receivedVia: true,
      fetchedFrom: true,
      receivedAt: true,
      receivedBy: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { bytes, extractedText, receivedBy, ...original } = row;
  return {
    ...original,
    text: extractedText ?? decodeOriginal(bytes, row.encoding),
    receivedBy: receivedBy?.name ?? null,
  };
}

/** The original with this id (a UUID) as it came; null where there is none. The caller authorises. */
export async function getOriginalBytes(id: string): Promise<OriginalBytes | null> {
  return await database.original.findUnique({
    where: { id },
    select: { bytes: true, mediaType: true, encoding: true, fileName: true },
  });
}
