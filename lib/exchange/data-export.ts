import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { countLines, listGroups, type ReadGroup } from "#lib/exchange/data-export-groups.ts";
import { countPublished, listPublishedGroups } from "#lib/exchange/data-published.ts";
import { toOriginalFile, toPartFiles } from "#lib/exchange/export-files.ts";
import { EXPORT_FORMAT, EXPORT_VERSION, MANIFEST_NAME } from "#lib/exchange/schema.ts";
import type { Manifest } from "#lib/exchange/schema.ts";
import type { ExportedCounts, ExportFile } from "#lib/exchange/types.ts";

/** An export of millions of articles may go through a slow line. */
const EXPORT_TIMEOUT_MS = 48 * 60 * 60_000;
const CONNECT_TIMEOUT_MS = 20_000;

export type ExportOptions = {
  /** Only what readers may see of published articles. */
  isPublishedOnly?: boolean;
  exportedAt?: Date;
  /** Told how many articles have been written since it was last told. */
  onArticles?: (count: number) => void;
};

/**
 * Hands the files of an export of the archive to `write`, one after the other, as the archive was at
 * one moment, whoever writes meanwhile. Holds some megabytes at a time. Returns how many lines of
 * each kind there are.
 */
export async function exportArchive(
  write: (file: ExportFile) => Promise<void>,
  { isPublishedOnly = false, exportedAt = new Date(), onArticles }: ExportOptions = {},
): Promise<ExportedCounts> {
  return await database.$transaction(
    async (tx) => {
      await beginSnapshot(tx);
      const counts = await (isPublishedOnly ? countPublished(tx) : countLines(tx));
      const contents = isPublishedOnly ? "published" : "everything";
      const manifest: Manifest = {
        ...{ format: EXPORT_FORMAT, version: EXPORT_VERSION },
        ...{ exportedAt: exportedAt.toISOString(), contents, counts },
      };
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      await write({ name: MANIFEST_NAME, bytes: Buffer.from(text) });
      const groups = isPublishedOnly ? listPublishedGroups(tx) : listGroups(tx);
      for await (const group of readAhead(groups)) {
        for (const file of filesOf(group)) await write(file);
        onArticles?.((group.lines.articles ?? group.lines.published)?.length ?? 0);
      }
      return counts;
    },
    { isolationLevel: "RepeatableRead", timeout: EXPORT_TIMEOUT_MS, maxWait: CONNECT_TIMEOUT_MS },
  );
}

/** Instants are written in UTC; a reader that waits for the line does not lose the snapshot. */
async function beginSnapshot(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET TRANSACTION READ ONLY`;
  await tx.$executeRaw`SET LOCAL TIME ZONE 'UTC'`;
  await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
}

/** The database looks for the next while one is written. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // Its turn comes; until then a fault is no unhandled one.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
  }
}

function* filesOf({ number, lines, originals }: ReadGroup): Generator<ExportFile> {
  for (const { sha256, bytes } of originals) yield toOriginalFile(sha256, bytes);
  for (const [kind, list] of Object.entries(lines)) {
    if (list.length > 0) yield* toPartFiles(kind, number, list);
  }
}
