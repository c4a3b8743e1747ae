import { TableDecisions } from "#lib/batches/table-decisions.ts";
import type { BatchTable, SampledTable } from "#lib/batches/types.ts";
import { getRememberedColumns } from "#lib/columns/data.ts";
import { database } from "#lib/db/client.ts";
import { columnFieldsSchema } from "#lib/ingest/schema.ts";
import type { JsonObject } from "#lib/ingest/types.ts";

const SELECT = { shape: true, path: true, count: true, answer: true, fields: true } as const;
const IN_ORDER = { position: "asc" } as const;

/** The tables of a batch, each kind of columns once, in order. */
export async function listBatchTables(batchId: string): Promise<BatchTable[]> {
  const rows = await database.batchTable.findMany({
    where: { batchId },
    select: SELECT,
    orderBy: IN_ORDER,
  });
  return rows.map(({ fields, ...row }) => ({ ...row, fields: columnFieldsSchema.parse(fields) }));
}

/** The same with their first rows, as long as these are kept. */
export async function listSampledTables(batchId: string): Promise<SampledTable[]> {
  const rows = await database.batchTable.findMany({
    where: { batchId },
    select: { ...SELECT, sample: true },
    orderBy: IN_ORDER,
  });
  return rows.map(({ fields, sample, ...row }) => ({
    ...row,
    fields: columnFieldsSchema.parse(fields),
    sample: (sample ?? []) as JsonObject[],
  }));
}

/** How tables are to be read when a batch is read first: also as was said with it, and as it is remembered by now. */
export async function getFirstDecisions(batchId: string): Promise<TableDecisions> {
  const [decided, given] = await Promise.all([getDecided(batchId), getGiven(batchId)]);
  return new TableDecisions(decided, await getRememberedColumns(), given);
}

/** How tables are read after that: whatever is remembered since, a batch is read as it was begun. */
export async function getDecisions(batchId: string): Promise<TableDecisions> {
  const [decided, given] = await Promise.all([getDecided(batchId), getGiven(batchId)]);
  return new TableDecisions(decided, new Map(), given);
}

async function getGiven(id: string) {
  const batch = await database.batch.findUnique({ where: { id }, select: { columns: true } });
  return columnFieldsSchema.parse(batch?.columns ?? []);
}

async function getDecided(batchId: string) {
  const tables = await listBatchTables(batchId);
  return new Map(tables.map(({ shape, answer, fields }) => [shape, { answer, fields }]));
}
