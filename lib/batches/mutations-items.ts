/** What the work on a batch writes: each group of items in one transaction with its articles. */
import { foreseeOriginals, type ForeseenOriginal } from "#lib/articles/data-foresee.ts";
import { sha256Of } from "#lib/articles/data-archived.ts";
import { archiveOriginals, type ArchivedOriginal } from "#lib/articles/mutations-ingest.ts";
import { renewLease, type BatchRun } from "#lib/batches/mutations-lease.ts";
import { outcomeOf } from "#lib/batches/outcome.ts";
import type { BatchState } from "#lib/batches/types.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { findRepeats } from "#lib/duplicates/data-suggestions.ts";
import { AppError } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import type { UnpackedItem } from "#lib/ingest/pipeline-sources.ts";
import { toColumnText } from "#lib/text/clean.ts";

const MAX_PATH_CHARACTERS = 500;
const MAX_MESSAGE_CHARACTERS = 1_000;

/** An article of a batch, by its place through all of its files. */
export type BatchEntry = { position: number; item: UnpackedItem };

type ItemRow = Prisma.BatchItemCreateManyInput;
type Found = Pick<ItemRow, "outcome" | "articleId" | "headline" | "message" | "sha256">;

/**
 * Archives a group and notes what became of each, all or nothing. Returns the state that the batch
 * has by then. Throws `LeaseLost`.
 */
export async function storeEntries(
  run: BatchRun,
  entries: readonly BatchEntry[],
  gazetteer: Gazetteer,
): Promise<BatchState> {
  const sound = entries.filter(({ item }) => !item.error);
  let state = run.state;
  await archiveOriginals(
    sound.map((entry) => toIncoming(run, entry)),
    run.actor,
    gazetteer,
    {
      publish: run.publish,
      alongside: async (tx, archived) => {
        const isNew = (each: AppError | ArchivedOriginal) =>
          !(each instanceof AppError) && each.created;
        const made = archived.filter(isNew) as ArchivedOriginal[];
        const repeats = await findRepeats(
          tx,
          made.map(({ articleId }) => articleId),
        );
        const found = archived.map((each, i): Found => {
          if (each instanceof AppError) return failed(each);
          const { articleId, created, inBin, revision, draft } = each;
          const repeat = repeats.get(articleId) ?? null;
          const version = revision?.outcome ?? null;
          return {
            ...outcomeOf({ draft, isKnown: !created, version, inBin, repeats: repeat }),
            articleId,
            headline: draft.headline?.value ?? null,
            sha256: sha256Of((sound[i] as BatchEntry).item.bytes),
          };
        });
        state = await writeItems(tx, run, toRows(run, entries, found));
      },
    },
  );
  return state;
}

/** The same without storing an article: what would become of each. */
export async function foreseeEntries(
  run: BatchRun,
  entries: readonly BatchEntry[],
  gazetteer: Gazetteer,
): Promise<BatchState> {
  const sound = entries.filter(({ item }) => !item.error);
  const incoming = sound.map((entry) => toIncoming(run, entry));
  const seen = await listSeen(
    run,
    incoming.map(({ bytes }) => sha256Of(bytes)),
  );
  const foreseen = await foreseeOriginals(incoming, gazetteer, seen);
  const found = foreseen.map((each) => (each instanceof AppError ? failed(each) : toFound(each)));
  return await database.$transaction((tx) => writeItems(tx, run, toRows(run, entries, found)));
}

/** Those of the hashes that came before in the batch. */
async function listSeen({ id: batchId }: BatchRun, sha256: string[]): Promise<Set<string>> {
  const where = { batchId, sha256: { in: sha256 } };
  const rows = await database.batchItem.findMany({ where, select: { sha256: true } });
  return new Set(rows.flatMap((row) => row.sha256 ?? []));
}

function toFound({
  draft,
  sha256,
  known,
  isRepeated,
  versionOf,
  repeats,
}: ForeseenOriginal): Found {
  return {
    ...outcomeOf({
      ...{ draft, repeats, isKnown: !!known || isRepeated, inBin: known?.inBin ?? false },
      version: versionOf === null ? null : "foreseen",
    }),
    articleId: known?.articleId ?? versionOf,
    headline: draft.headline?.value ?? null,
    sha256,
  };
}

/** Notes that one could not be stored, and why. */
export async function noteFailure(
  run: BatchRun,
  entry: BatchEntry,
  error: AppError,
): Promise<BatchState> {
  const failure = { ...entry, item: { ...entry.item, error } };
  return await database.$transaction((tx) => writeItems(tx, run, toRows(run, [failure], [])));
}

function toIncoming({ receivedVia, capturedOn }: BatchRun, { item }: BatchEntry) {
  const fileName = toColumnText(item.path, MAX_PATH_CHARACTERS);
  return { ...item.hint, bytes: item.bytes, fileName, receivedVia, capturedOn };
}

function failed(error: AppError): Found {
  return { outcome: "failed", message: error.message };
}

/** `found` tells of those that could be unpacked, in order. */
function toRows(run: BatchRun, entries: readonly BatchEntry[], found: readonly Found[]): ItemRow[] {
  const next = found.values();
  return entries.map(({ position, item }) => {
    const { message, headline, ...facts } = item.error
      ? failed(item.error)
      : (next.next().value as Found);
    return {
      ...{ batchId: run.id, position, ...facts },
      path: toColumnText(item.path, MAX_PATH_CHARACTERS),
      headline: headline && toColumnText(headline, MAX_MESSAGE_CHARACTERS),
      message: message && toColumnText(message, MAX_MESSAGE_CHARACTERS),
    };
  });
}

async function writeItems(tx: Transaction, run: BatchRun, rows: ItemRow[]): Promise<BatchState> {
  const positions = rows.map(({ position }) => position);
  // Before anything else, since it fails where another worker has the batch by now.
  const state = await renewLease(run, tx, Math.max(...positions));
  await tx.batchItem.deleteMany({
    where: { batchId: run.id, position: { in: positions }, outcome: "waiting" },
  });
  await tx.batchItem.createMany({ data: rows });
  return state;
}
