import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text as readText } from "node:stream/consumers";
import { today } from "#lib/dates/today.ts";
import { AppError } from "#lib/errors.ts";
import type { EventImportPlan, PlannedRow } from "#lib/exchange/data-event-import.ts";
import { counted } from "#lib/text/counted.ts";
import { EXIT_CODES, exitCodeFor } from "#scripts/exit-codes.ts";
import { fromCaller } from "#scripts/inputs.ts";
import { COMMAND_LINE, withDatabase } from "#scripts/with-database.ts";

const STANDARD_INPUT = "-";
const ENDINGS = { ics: "ics", csv: "csv", timelinejs: "timelinejs.json" } as const;

type ImportOptions = { dryRun?: boolean; withDuplicates?: boolean; json?: boolean };
type ExportOptions = {
  format: keyof typeof ENDINGS;
  from?: string;
  to?: string;
  topic?: string;
  lane?: string[];
};
type Outcome = "imported" | "duplicate" | "refused";

/**
 * Stores the events of a file, but for those that seem to be here already, and prints what became of
 * each. What could not be read counts as failed.
 */
export async function importEventsCommand(file: string, options: ImportOptions): Promise<number> {
  const text = await readSource(file);
  return withDatabase(async () => {
    const { planEventImport } = await import("#lib/exchange/data-event-import.ts");
    const { importEvents } = await import("#lib/events/mutations-import.ts");
    const plan = await planEventImport(text);
    const outcomes = plan.rows.map((row) => ({ row, outcome: outcomeOf(row, options) }));
    const events = outcomes.flatMap(({ row, outcome }) =>
      outcome === "imported" && row.event ? [row.event] : [],
    );
    const isStored = !options.dryRun && events.length > 0;
    const name = file === STANDARD_INPUT ? "standard input" : file.slice(-200);
    const stored = isStored
      ? await importEvents(events, { name, format: plan.format }, COMMAND_LINE)
      : null;
    report(plan, outcomes, stored?.importId ?? null, options);
    const failed = outcomes.filter(({ outcome }) => outcome === "refused").length;
    return exitCodeFor({ total: outcomes.length, failed });
  });
}

/** Takes an import back whole, and prints how many events went and how many stay. */
export async function undoImportCommand(
  importId: string,
  { json }: { json?: boolean },
): Promise<number> {
  const { eventImportIdSchema } = await import("#lib/exchange/schema-event-import.ts");
  if (!eventImportIdSchema.safeParse({ importId }).success)
    throw new AppError("invalid_input", `${importId} is not the id of an import.`);
  await withDatabase(async () => {
    const { undoEventImport } = await import("#lib/events/mutations-import.ts");
    const { removed, kept } = await undoEventImport(importId, COMMAND_LINE);
    const others =
      kept > 0 ? `; ${counted(kept, "event")} stay, since somebody worked on them` : "";
    console.log(
      json
        ? JSON.stringify({ removed, kept })
        : `${counted(removed, "event")} taken back${others}.`,
    );
  });
  return EXIT_CODES.ok;
}

/** Writes the events of a timeline to standard output in the format asked for. */
export async function exportEventsCommand(options: ExportOptions): Promise<number> {
  const { format, from, to, topic, lane = [] } = options;
  const parameters = new URLSearchParams(lane.map((id) => ["lane", id]));
  for (const [name, value] of Object.entries({ from, to, topic })) {
    if (value) parameters.set(name, value);
  }
  await withDatabase(async () => {
    const { listAddressedEventIds } = await import("#lib/timeline/data-addressed.ts");
    const { encodeEvents } = await import("#lib/exchange/event-files.ts");
    const { ids, path, problems } = await listAddressedEventIds(parameters, today());
    if (problems.length > 0) throw new AppError("invalid_input", problems.join(" "));
    for await (const bytes of encodeEvents(ENDINGS[format], ids, path)) {
      if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
    }
  });
  return EXIT_CODES.ok;
}

async function readSource(file: string): Promise<string> {
  if (file === STANDARD_INPUT) return readText(process.stdin);
  try {
    return await readFile(fromCaller(file), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AppError("invalid_input", `${file} cannot be read: ${code}.`, { cause: error });
  }
}

function outcomeOf({ event, duplicate }: PlannedRow, { withDuplicates }: ImportOptions): Outcome {
  if (!event) return "refused";
  return duplicate && !withDuplicates ? "duplicate" : "imported";
}

function report(
  { format, left }: EventImportPlan,
  rows: readonly { row: PlannedRow; outcome: Outcome }[],
  importId: string | null,
  { dryRun = false, json }: ImportOptions,
): void {
  if (json) {
    const items = rows.map(({ row: { row, title, date, problems, duplicate }, outcome }) => ({
      ...{ row, title, date, outcome, problems, duplicateOf: duplicate?.id ?? null },
    }));
    console.log(JSON.stringify({ importId, dryRun, format, left, rows: items }, null, 2));
    return;
  }
  for (const { row, outcome } of rows) {
    const known = row.duplicate ? [`Like ${row.duplicate.id}.`] : [];
    const remarks = [...known, ...row.problems].join(" ");
    console.log(`${row.row}: ${outcome}: ${row.date || "no date"}, ${row.title || "no title"}`);
    if (remarks) console.log(`   ${remarks}`);
  }
  for (const sentence of left) console.log(sentence);
  const imported = rows.filter(({ outcome }) => outcome === "imported").length;
  console.log(`${counted(imported, "event")} ${dryRun ? "would be imported" : "imported"}.`);
  if (importId) console.log(`To take them back: archive events undo ${importId}`);
}
