/** The rows of a CSV or TSV file, one an article, read as they come. */
import { Readable } from "node:stream";
import { parse, type CsvError } from "csv-parse";
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES } from "../original-size.ts";
import type { JsonObject } from "../records/canonical-json.ts";
import { applyColumnChoices, type ColumnChoices } from "../records/column-choices.ts";
import { failedItem, recordItem, type ItemStream, type UnpackedItem } from "./unpacked-item.ts";

const MAX_COLUMNS = 500;

/**
 * The rows under a header row. A row that is broken is a failed item, and the next is read. `source`
 * is UTF-8. Rows are counted from 1, the header not among them.
 */
export async function* tableItems(
  source: AsyncIterable<Uint8Array>,
  {
    delimiter,
    path,
    columns,
  }: { delimiter: string; path: string; columns?: ColumnChoices | undefined },
): ItemStream {
  const failures: UnpackedItem[] = [];
  let row = 0;
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ORIGINAL_BYTES,
    on_skip: (error) => {
      row++;
      failures.push(failedItem(brokenRow(error), `${path}#${row}`));
      return undefined;
    },
  });
  const input = Readable.from(source);
  input.on("error", (error) => parser.destroy(error)).pipe(parser);
  let header: string[] | null = null;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield* failures.splice(0);
      if (!header) {
        if (!isSeparatorLine(cells)) header = toHeader(cells);
        continue;
      }
      row++;
      const record = applyColumnChoices(toRecord(header, cells), columns);
      if (Object.keys(record).length > 0) yield recordItem(record, `${path}#${row}`);
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    failures.push(failedItem(brokenRow(error), `${path}#${row + 1}`));
  } finally {
    input.destroy();
  }
  yield* failures;
}

function isSeparatorLine(cells: string[]): boolean {
  return /^sep=/i.test(cells[0] ?? "");
}

/** Names of columns: one without a name is called by its place, a second of one name by its number. */
function toHeader(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.slice(0, MAX_COLUMNS).map((cell, i) => {
    const name = cell.trim() || `column ${i + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function toRecord(header: string[], cells: string[]): JsonObject {
  const named = cells
    .slice(0, MAX_COLUMNS)
    .map((cell, i) => [header[i] ?? `column ${i + 1}`, cell]);
  return Object.fromEntries(named.filter(([, cell]) => cell?.trim() !== ""));
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");
}

function brokenRow(error: CsvError | undefined): AppError {
  const why =
    error?.code === "CSV_QUOTE_NOT_CLOSED"
      ? "A quotation mark is opened and not closed."
      : error?.code === "CSV_MAX_RECORD_SIZE"
        ? "It is longer than an article can be; most likely a quotation mark is not closed."
        : `${error?.message ?? "It does not fit the table"}.`.replace(/\.\.$/, ".");
  return new AppError(
    "invalid_input",
    `The row is broken. ${why} Nothing of it was stored. Please correct the table and send it again.`,
    { cause: error },
  );
}
