import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import type { ColumnField } from "#lib/ingest/types.ts";

/** All files of a batch together. */
export const MAX_BATCH_BYTES = 2 * 1024 ** 3;
export const MAX_BATCH_FILES = 1_000;
const MAX_NAME_CHARACTERS = 200;
const LAST_PAGE = 100_000;

export const OUTCOMES = [
  "imported",
  "known",
  "near_duplicate",
  "needs_review",
  "failed",
  "waiting",
] as const;

/** The outcomes of those that made an article. */
export const MADE = [
  "imported",
  "near_duplicate",
  "needs_review",
] as const satisfies readonly (typeof OUTCOMES)[number][];

export const batchIdSchema = z.uuid("is not the id of a batch");

/** What holds for every article of a batch. */
export const batchOptionsSchema = z.object({
  name: z.string().trim().max(MAX_NAME_CHARACTERS).optional(),
  capturedOn: z
    .string()
    .refine((day) => day === "" || isCalendarDay(day), "is not a day such as 2025-02-27")
    .transform((day) => day || undefined)
    .optional(),
  isDryRun: z.boolean().default(false),
  publish: z.boolean().default(false),
});

export type BatchOptions = z.infer<typeof batchOptionsSchema> & {
  /** What some columns of its tables hold; the others hold what is remembered, or their names say. */
  columns?: ColumnField[];
};

export const batchUndoSchema = z.object({
  batchId: batchIdSchema,
  edited: z.enum(["take", "leave"]).catch("leave"),
});

export const batchRetrySchema = z.object({
  batchId: batchIdSchema,
  /** One item; all that failed where none is named. */
  position: z.coerce.number().int().min(1).optional(),
});

/** Which items of a batch its page shows; what makes no sense there counts as not asked. */
export const batchPageSchema = z.object({
  outcome: z
    .enum([...OUTCOMES, "left"])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});

export type BatchItemFilter = z.infer<typeof batchPageSchema>["outcome"];

/** Under what name a form says that a table is left out. */
export function leftOutName(table: string): string {
  return `left-out-${table}`;
}
