import { setImmediate as nextTurn } from "node:timers/promises";
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import {
  storeOriginalsAsDrafts,
  type StoredDraft,
  type StoreOptions,
} from "#lib/articles/mutations-store.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import type { ReadingThread } from "#lib/articles/reading-thread.ts";
import { AppError } from "#lib/errors.ts";
import type { IncomingOriginal, ReadOriginal } from "#lib/articles/read-for-store.ts";
import type { Gazetteer, UnderstoodDraft } from "#lib/ingest/pipeline.ts";

export type { IncomingOriginal } from "#lib/articles/read-for-store.ts";

/** So many are archived in one transaction, or fewer where they are large. */
export const ARCHIVED_TOGETHER = { size: 30, maxWeight: 4 * 1024 * 1024 } as const;

export type ArchivedOriginal = StoredDraft & { draft: UnderstoodDraft };

export type ArchiveOptions = Pick<StoreOptions, "publish"> & {
  /** Reads in place of this thread, by the same gazetteer. */
  thread?: ReadingThread;
  /** As in `StoreOptions`, with what could not be read among them. */
  alongside?: (
    tx: Transaction,
    archived: readonly (ArchivedOriginal | AppError)[],
  ) => Promise<void>;
};

/**
 * The whole way of an article into the archive: read, parse, understand, store as a draft. Who
 * archives many reads the gazetteer once and gives it. Throws `AppError` "invalid_input",
 * "payload_too_large" or "unsupported_media_type" where the bytes are no readable text.
 */
export async function archiveOriginal(
  incoming: IncomingOriginal,
  actor: Actor,
  gazetteer?: Gazetteer,
): Promise<ArchivedOriginal> {
  const [result] = await archiveOriginals([incoming], actor, gazetteer);
  if (result instanceof AppError) throw result;
  return result as ArchivedOriginal;
}

/**
 * As `archiveOriginal` for many, stored (and published, where asked to) in one transaction: what
 * became of each, in order. One that cannot be read is an `AppError` among them and keeps none of
 * the others back. With `alongside`, its writes are in that transaction too.
 */
export async function archiveOriginals(
  incoming: readonly IncomingOriginal[],
  actor: Actor,
  gazetteer?: Gazetteer,
  { publish, thread, alongside }: ArchiveOptions = {},
): Promise<(ArchivedOriginal | AppError)[]> {
  const read = thread
    ? await Promise.all(incoming.map((each) => thread.read(each)))
    : await readAll(incoming, gazetteer ?? (await getGazetteer()));
  const readable = read.filter((each): each is ReadOriginal => !(each instanceof AppError));
  const toArchived = (stored: readonly StoredDraft[]) => {
    const next = stored.values();
    return read.map((each) =>
      each instanceof AppError
        ? each
        : { ...(next.next().value as StoredDraft), draft: each.draft },
    );
  };
  const stored = await storeOriginalsAsDrafts(readable, actor, {
    publish,
    alongside: alongside && ((tx, stored) => alongside(tx, toArchived(stored))),
  });
  return toArchived(stored);
}

async function readAll(
  incoming: readonly IncomingOriginal[],
  gazetteer: Gazetteer,
): Promise<(ReadOriginal | AppError)[]> {
  // Not in the memory of who reads in a thread beside.
  const { readForStore } = await import("#lib/articles/read-for-store.ts");
  const read: (ReadOriginal | AppError)[] = [];
  for (const each of incoming) {
    read.push(await readForStore(each, gazetteer));
    // Reading takes milliseconds; a site in the same process answers in between.
    await nextTurn();
  }
  return read;
}
