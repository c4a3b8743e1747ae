import { toProgress, type CountedBatch } from "#lib/batches/progress.ts";
import { MADE, OUTCOMES, type BatchItemFilter } from "#lib/batches/schema.ts";
import type {
  BatchInFull,
  BatchItemLine,
  BatchLine,
  BatchProgress,
  BatchSummary,
  OutcomeCounts,
} from "#lib/batches/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

export const BATCH_PAGE_SIZE = 30;
export const ITEM_PAGE_SIZE = 100;

const PROGRESS_SELECT = {
  id: true,
  state: true,
  problem: true,
  isDryRun: true,
  total: true,
  position: true,
  stretchBeganAt: true,
  stretchBeganWith: true,
} satisfies Prisma.BatchSelect;

const SUMMARY_SELECT = {
  ...PROGRESS_SELECT,
  name: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.BatchSelect;

const LINE_SELECT = {
  ...SUMMARY_SELECT,
  agent: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.BatchSelect;

const FULL_SELECT = {
  ...LINE_SELECT,
  publish: true,
  capturedOn: true,
  sources: { select: { name: true, byteLength: true }, orderBy: { position: "asc" } },
} satisfies Prisma.BatchSelect;

type ProgressRow = Prisma.BatchGetPayload<{ select: typeof PROGRESS_SELECT }>;
type SummaryRow = Prisma.BatchGetPayload<{ select: typeof SUMMARY_SELECT }>;
type LineRow = Prisma.BatchGetPayload<{ select: typeof LINE_SELECT }>;

/** One page of batches, the newest first, and how many there are. */
export async function listBatches(page: number): Promise<{ items: BatchLine[]; total: number }> {
  const [rows, total] = await Promise.all([
    database.batch.findMany({
      select: LINE_SELECT,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * BATCH_PAGE_SIZE,
      take: BATCH_PAGE_SIZE,
    }),
    database.batch.count(),
  ]);
  const counted = await countItems(rows.map(({ id }) => id));
  return { items: rows.map((row) => toLine(row, counted.get(row.id))), total };
}

/** How far a batch is; null where there is none. */
export async function getBatchProgress(id: string): Promise<BatchProgress | null> {
  const row = await database.batch.findUnique({ where: { id }, select: PROGRESS_SELECT });
  return row && toProgress(toCounted(row, (await countItems([id])).get(id)), new Date());
}

/** How far a batch is, with its name and times; null where there is none. */
export async function getBatchSummary(id: string): Promise<BatchSummary | null> {
  const row = await database.batch.findUnique({ where: { id }, select: SUMMARY_SELECT });
  return row && toSummary(row, (await countItems([id])).get(id));
}

/** All about a batch but its items; null where there is none. */
export async function getBatch(id: string): Promise<BatchInFull | null> {
  const row = await database.batch.findUnique({ where: { id }, select: FULL_SELECT });
  if (!row) return null;
  const [counted, chunk] = await Promise.all([
    countItems([id]),
    database.batchChunk.findFirst({
      where: { source: { batchId: id } },
      select: { position: true },
    }),
  ]);
  const { made = 0, undone = 0 } = counted.get(id) ?? {};
  return {
    ...toLine(row, counted.get(id)),
    publish: row.publish,
    capturedOn: row.capturedOn && toCalendarDay(row.capturedOn),
    sources: row.sources.map(({ name, byteLength }) => ({ name, byteLength: Number(byteLength) })),
    hasFiles: chunk !== null,
    ...{ made, undone },
  };
}

type ItemQuery = { outcome?: BatchItemFilter; page: number };

/** One page of what became of the articles of a batch, in order. `left`: what undoing left there. */
export async function listBatchItems(
  batchId: string,
  { outcome, page }: ItemQuery,
): Promise<{ items: BatchItemLine[]; total: number }> {
  const left = { outcome: { in: [...MADE] }, undoneAt: null, article: { deletedAt: null } };
  const where = { batchId, ...(outcome === "left" ? left : { outcome }) };
  const [rows, total] = await Promise.all([
    database.batchItem.findMany({
      where,
      select: {
        position: true,
        path: true,
        outcome: true,
        articleId: true,
        headline: true,
        message: true,
        undoneAt: true,
      },
      orderBy: { position: "asc" },
      skip: (page - 1) * ITEM_PAGE_SIZE,
      take: ITEM_PAGE_SIZE,
    }),
    database.batchItem.count({ where }),
  ]);
  return {
    items: rows.map(({ undoneAt, ...row }) => ({ ...row, isUndone: undoneAt !== null })),
    total,
  };
}

type Counted = { counts: OutcomeCounts; made: number; undone: number };

async function countItems(batchIds: readonly string[]): Promise<Map<string, Counted>> {
  const groups = await database.batchItem.groupBy({
    by: ["batchId", "outcome"],
    where: { batchId: { in: [...batchIds] } },
    _count: { _all: true, undoneAt: true },
  });
  return new Map(
    batchIds.map((id) => {
      const own = groups.filter(({ batchId }) => batchId === id);
      const countOf = (outcome: string) => own.find((each) => each.outcome === outcome)?._count;
      const counts = OUTCOMES.map((outcome) => [outcome, countOf(outcome)?._all ?? 0]);
      const made = MADE.reduce((sum, outcome) => sum + (countOf(outcome)?._all ?? 0), 0);
      const undone = MADE.reduce((sum, outcome) => sum + (countOf(outcome)?.undoneAt ?? 0), 0);
      return [id, { counts: Object.fromEntries(counts) as OutcomeCounts, made, undone }];
    }),
  );
}

const NOTHING: Counted = {
  counts: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeCounts,
  made: 0,
  undone: 0,
};

function toCounted(row: ProgressRow, counted: Counted = NOTHING): CountedBatch {
  const { id, state, problem, isDryRun, total, position, stretchBeganAt, stretchBeganWith } = row;
  const facts = { id, state, problem, isDryRun, total, position };
  return { ...facts, stretchBeganAt, stretchBeganWith, ...counted };
}

function toSummary(row: SummaryRow, counted: Counted | undefined): BatchSummary {
  const { name, createdAt, finishedAt } = row;
  return { ...toProgress(toCounted(row, counted), new Date()), name, createdAt, finishedAt };
}

function toLine(row: LineRow, counted: Counted | undefined): BatchLine {
  return { ...toSummary(row, counted), createdBy: row.createdBy?.name ?? row.agent };
}
