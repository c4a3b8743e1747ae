import { database } from "#lib/db/client.ts";

type StoredSource = { id: string; name: string; mediaType: string | null };

/** The files of a batch, in order. */
export async function listSources(batchId: string): Promise<StoredSource[]> {
  return await database.batchSource.findMany({
    where: { batchId },
    select: { id: true, name: true, mediaType: true },
    orderBy: { position: "asc" },
  });
}

/** The bytes of a file as they came, a chunk of a megabyte in memory at a time. */
export async function* readSource(sourceId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    // Half the work of reading it through the model.
    const [chunk] = await database.$queryRaw<{ bytes: Uint8Array }[]>`
      SELECT bytes FROM batch_chunks
      WHERE source_id = ${sourceId}::uuid AND position = ${position}`;
    if (!chunk) return;
    yield chunk.bytes;
  }
}
