import { runBatchJob } from "#lib/batches/job.ts";
import { MAX_BATCH_BYTES, MAX_BATCH_FILES, type BatchOptions } from "#lib/batches/schema.ts";
import type { BatchWay } from "#lib/batches/types.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { wakeWorker } from "#lib/jobs/send.ts";
import { toColumnText } from "#lib/text/clean.ts";

const CHUNK_BYTES = 1024 * 1024;
const MAX_NAME_CHARACTERS = 500;
const UNNAMED = "Unnamed file";
/** What programs say of anything, which says nothing. */
const EMPTY_TYPES = new Set(["application/octet-stream", "application/x-www-form-urlencoded"]);

type Reception = { batchId: string; byteLength: number; files: string[] };
type IncomingFile = { name: string; mediaType?: string | null };

/**
 * A batch that its files come into, one after the other, never whole in memory. Nothing is worked on
 * before `completeBatch`; what is left unfinished is removed after a day.
 */
async function beginBatch(receivedVia: BatchWay, actor: Actor): Promise<Reception> {
  const { id } = await database.batch.create({
    data: { name: "", receivedVia, createdById: actor.userId, agent: actor.agent },
    select: { id: true },
  });
  return { batchId: id, byteLength: 0, files: [] };
}

/** Takes a file in. Throws `AppError` "payload_too_large" for more, or larger ones, than there may be. */
export async function receiveFile(
  reception: Reception,
  { name, mediaType }: IncomingFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (reception.files.length === MAX_BATCH_FILES) {
    throw new AppError(
      "payload_too_large",
      `These are more than ${MAX_BATCH_FILES} files. Nothing was stored. Please send fewer, or pack them into one ZIP.`,
    );
  }
  const fileName = toLine(name) || UNNAMED;
  const { id: sourceId } = await database.batchSource.create({
    data: {
      batchId: reception.batchId,
      position: reception.files.length,
      name: fileName,
      mediaType: mediaType && !EMPTY_TYPES.has(mediaType) ? toLine(mediaType) : null,
    },
    select: { id: true },
  });
  reception.files.push(fileName);
  let position = 0;
  let byteLength = 0;
  for await (const chunk of inChunks(bytes)) {
    byteLength += chunk.length;
    reception.byteLength += chunk.length;
    if (reception.byteLength > MAX_BATCH_BYTES) throw tooLarge();
    await database.batchChunk.create({
      data: { sourceId, position: position++, bytes: chunk },
      select: { position: true },
    });
  }
  await database.batchSource.update({
    where: { id: sourceId },
    data: { byteLength },
    select: { id: true },
  });
}

/** Lets the work begin. Throws `AppError` "invalid_input" where nothing came. */
async function completeBatch(
  { batchId, byteLength, files }: Reception,
  { name, capturedOn, isDryRun, publish, columns }: BatchOptions,
  actor: Actor,
): Promise<void> {
  if (byteLength === 0) {
    throw new AppError("invalid_input", "There is nothing to import. Please choose files first.");
  }
  const [first = UNNAMED, ...more] = files;
  const own = more.length === 0 ? first : `${first} and ${more.length} more`;
  await writeWithAudit(actor, async (tx, record) => {
    const called = toLine(name ?? "") || own;
    await tx.batch.update({
      where: { id: batchId },
      data: {
        ...{ name: called, state: "queued", isDryRun, publish },
        capturedOn: capturedOn ? toDateColumn(capturedOn) : null,
        columns,
      },
      select: { id: true },
    });
    record({
      action: "batch.create",
      subject: "batch",
      subjectId: batchId,
      details: { files: files.length, byteLength, isDryRun, publish, ...(columns && { columns }) },
    });
  });
  await wakeWorker(runBatchJob, { batchId });
}

/** Forgets a batch that could not be received whole. */
async function dropBatch({ batchId }: Reception): Promise<void> {
  await database.batch.deleteMany({ where: { id: batchId, state: "receiving" } });
}

/**
 * Receives a batch by `receive`, which takes its files in and tells what holds for them, and lets the
 * work begin; forgets all of it where anything fails. Returns the id of the batch.
 */
export async function receiveBatch(
  receivedVia: BatchWay,
  actor: Actor,
  receive: (reception: Reception) => Promise<BatchOptions>,
): Promise<string> {
  const reception = await beginBatch(receivedVia, actor);
  try {
    await completeBatch(reception, await receive(reception), actor);
  } catch (error) {
    await dropBatch(reception);
    throw error;
  }
  return reception.batchId;
}

/** The same bytes in pieces of one size, whatever the pieces they came in. */
async function* inChunks(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let chunk = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  for await (const piece of bytes) {
    for (let start = 0; start < piece.length;) {
      const part = piece.subarray(start, start + CHUNK_BYTES - length);
      chunk.set(part, length);
      start += part.length;
      length += part.length;
      if (length < CHUNK_BYTES) continue;
      yield chunk;
      chunk = new Uint8Array(CHUNK_BYTES);
      length = 0;
    }
  }
  if (length > 0) yield chunk.slice(0, length);
}

function toLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return toColumnText(line, MAX_NAME_CHARACTERS);
}

function tooLarge(): AppError {
  return new AppError(
    "payload_too_large",
    `Together these are more than ${MAX_BATCH_BYTES / 1024 ** 3} GB. Nothing was stored. Please send them as several batches.`,
    { details: { maxBytes: MAX_BATCH_BYTES } },
  );
}
