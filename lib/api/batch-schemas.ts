/** Imports in the background, as the API speaks of them. */
import { z } from "zod";
import { batchIdSchema } from "#lib/batches/schema.ts";
import type { BatchSummary } from "#lib/batches/types.ts";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { AppError } from "#lib/errors.ts";
import { parseColumnChoices } from "#lib/ingest/pipeline-sources.ts";
import type { ColumnField } from "#lib/ingest/types.ts";

const MAX_NAME_CHARACTERS = 200;
const MAX_COLUMNS_CHARACTERS = 4_000;

const flag = z
  .enum(["true", "false"], "is neither true nor false")
  .transform((is) => is === "true")
  .optional();
const count = z.int().min(0);
const columnsAsWritten = z
  .string()
  .max(MAX_COLUMNS_CHARACTERS)
  .transform((written, { addIssue }): ColumnField[] => {
    try {
      const choices = Object.entries(parseColumnChoices(written));
      return choices.map(([column, field]) => ({ column, field }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      addIssue(error.message);
      return z.NEVER;
    }
  });
const instant = z.string().describe("ISO 8601, in UTC");

export const batchParamsSchema = z.object({ id: batchIdSchema });

export const batchQuerySchema = z.strictObject({
  name: z
    .string()
    .max(MAX_NAME_CHARACTERS)
    .optional()
    .describe("Name of the file: `export.tar.gz`. It helps to tell what it is."),
  capturedOn: z
    .string()
    .refine(isCalendarDay, "is not a day such as 2025-02-27")
    .optional()
    .describe("When it was captured: makes “yesterday” a day."),
  dryRun: flag.describe("Say what would become of each article, and store none."),
  publish: flag.describe("Publish at once what has a headline and a day."),
  columns: columnsAsWritten
    .optional()
    .describe(
      "What columns of its tables hold: `headline=Title,body=Text`; `-=Notes` leaves one out.",
    ),
});

export const batchSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum([
      "receiving",
      "asking",
      "queued",
      "running",
      "paused",
      "cancelled",
      "done",
      "undoing",
      "undone",
    ]),
    problem: z.string().nullable().describe("Why it was paused by itself"),
    isDryRun: z.boolean(),
    total: count.nullable().describe("Articles in it; null until they are counted"),
    done: count,
    counts: z.object({
      imported: count,
      known: count.describe(
        "Here already: the same bytes, or another version of its page, which is kept with it",
      ),
      near_duplicate: count.describe("Imported, and taken for a repeat or an update"),
      needs_review: count.describe("Imported, with something in doubt or missing"),
      failed: count,
      waiting: count.describe("Failed before, and to be tried again"),
    }),
    secondsLeft: count.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: "Batch" });

/** A batch as the API tells of it. */
export function toBatchAnswer(batch: BatchSummary): z.input<typeof batchSchema> {
  const { createdAt, finishedAt } = batch;
  return {
    ...batch,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
