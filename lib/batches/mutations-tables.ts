/** Which column of a batch's tables is which: what the work found, and what people say. */
import { listBatchTables } from "#lib/batches/data-tables.ts";
import { runBatchJob } from "#lib/batches/job.ts";
import type { BatchRun } from "#lib/batches/mutations-lease.ts";
import type { BatchTable, SampledTable, TableAnswer } from "#lib/batches/types.ts";
import { rememberColumns } from "#lib/columns/mutations.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { faultOfFields } from "#lib/ingest/pipeline-sources.ts";
import type { ColumnField } from "#lib/ingest/types.ts";
import { wakeWorker } from "#lib/jobs/send.ts";
import { toColumnText } from "#lib/text/clean.ts";

const MAX_PATH_CHARACTERS = 500;

/**
 * Notes how many articles there are and how their tables are read. Where nobody knows that of one, the
 * batch asks, and waits for `answerTables`: then it returns false.
 */
export async function noteCounted(
  { id, token, actor }: BatchRun,
  total: number,
  tables: readonly SampledTable[],
): Promise<boolean> {
  const asked = tables.filter(({ answer }) => answer === "asked").length;
  const isAsking = asked > 0;
  return await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.batch.updateMany({
      where: { id, leaseToken: token, ...(isAsking && { state: "running" }) },
      data: isAsking ? { state: "asking" } : { total },
    });
    if (count === 0) return false;
    await tx.batchTable.deleteMany({ where: { batchId: id } });
    await tx.batchTable.createMany({ data: tables.map((table, i) => toRow(id, table, i)) });
    const details = { asked };
    if (isAsking) record({ action: "batch.ask", subject: "batch", subjectId: id, details });
    return !isAsking;
  });
}

/** Fields of the columns of a table, in order; null: it holds no articles, and is left out. */
export type TableChoice = ColumnField[] | null;

/**
 * Has a batch read its tables as somebody chose, by their shapes, and remembers that for tables to come.
 * A dry run can be answered again, and is then made anew. Throws `AppError` "conflict" where the batch
 * does not ask, "invalid_input" where no article can be read as was chosen.
 */
export async function answerTables(
  batchId: string,
  choices: ReadonlyMap<string, TableChoice>,
  actor: Actor,
): Promise<void> {
  const tables = await listBatchTables(batchId);
  const answers = tables.map((table) => ({ table, ...answerOf(table, choices.get(table.shape)) }));
  await writeWithAudit(actor, async (tx, record) => {
    await reopen(tx, batchId);
    for (const { table, answer, fields, isNew } of answers) {
      const where = { batchId_shape: { batchId, shape: table.shape } };
      await tx.batchTable.update({ where, data: { answer, fields }, select: { shape: true } });
      if (!isNew) continue;
      const name = table.path.split("/").at(-1) ?? table.path;
      await rememberColumns(tx, record, { name, fields }, actor);
    }
    const count = (wanted: TableAnswer) => answers.filter(({ answer }) => answer === wanted).length;
    const details = { chosen: count("chosen"), leftOut: count("left_out") };
    record({ action: "batch.columns", subject: "batch", subjectId: batchId, details });
  });
  await wakeWorker(runBatchJob, { batchId });
}

/** Puts a batch that asks, or a dry run that has ended, at its beginning. */
async function reopen(tx: Transaction, id: string): Promise<void> {
  const hasFiles = { sources: { some: { chunks: { some: {} } } } };
  const { count } = await tx.batch.updateMany({
    where: {
      ...{ id, ...hasFiles },
      OR: [{ state: "asking" }, { isDryRun: true, state: { in: ["done", "paused"] } }],
    },
    data: {
      ...{ state: "queued", total: null, position: 0, finishedAt: null, problem: null },
      // A group of a paused dry run may still be under way: nobody waits for it any more.
      ...{ leaseToken: null, leaseUntil: null, leaseSession: null },
    },
  });
  if (count === 0)
    throw new AppError(
      "conflict",
      "It does not ask for columns by now: somebody answered, or ended it. Nothing was changed.",
    );
  await tx.batchItem.deleteMany({ where: { batchId: id } });
}

type Answer = {
  answer: TableAnswer;
  fields: ColumnField[];
  /** Somebody chose it just now, so that it is to be remembered. */
  isNew: boolean;
};

function answerOf(table: BatchTable, choice: TableChoice | undefined): Answer {
  if (choice === null) return { answer: "left_out", fields: table.fields, isNew: false };
  const names = table.fields.map(({ column }) => column).join("\n");
  if (!choice || choice.map(({ column }) => column).join("\n") !== names)
    throw new AppError("conflict", "Its tables are others by now. Please load the page again.");
  const isSame = choice.every(({ field }, i) => field === table.fields[i]?.field);
  const isSettled = table.answer !== "asked" && table.answer !== "left_out";
  if (isSame && isSettled) return { answer: table.answer, fields: table.fields, isNew: false };
  const fault = faultOfFields(choice);
  if (fault)
    throw new AppError("invalid_input", `${table.path}: ${fault} Nothing was imported.`, {
      details: { fields: { [table.shape]: fault } },
    });
  return { answer: "chosen", fields: choice, isNew: true };
}

function toRow(
  batchId: string,
  { path, ...table }: SampledTable,
  position: number,
): Prisma.BatchTableCreateManyInput {
  const { shape, count, answer, fields, sample } = table;
  const text = toColumnText(path, MAX_PATH_CHARACTERS);
  return { batchId, position, path: text, shape, count, answer, fields, sample };
}
