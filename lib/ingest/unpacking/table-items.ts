/** The rows of a CSV or TSV file, one an article, read as they come. */
import { finished } from "node:stream/promises";
import { parse, type CsvError, type Parser } from "csv-parse";
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES } from "../original-size.ts";
import { applyColumnChoices, type ColumnChoices } from "../records/column-choices.ts";
import { checkChoices, toHeader, toRowRecord } from "./table-header.ts";
import { failedItem, recordItem, type ItemStream } from "./unpacked-item.ts";

type TableOptions = { delimiter: string; path: string; columns?: ColumnChoices | undefined };

/**
 * The rows under a header row. A row that is broken is a failed item, and the next is read. `source`
 * is UTF-8. Rows are counted from 1, the header not among them.
 */
export async function* tableItems(
  source: AsyncIterable<Uint8Array>,
  { delimiter, path, columns }: TableOptions,
): ItemStream {
  const rows = new RowReader(delimiter);
  let header: string[] | null = null;
  let count = 0;
  for await (const cells of rows.read(source)) {
    if (cells instanceof Error) yield failedItem(brokenRow(cells), `${path}#${++count}`);
    else if (header) {
      const record = applyColumnChoices(toRowRecord(header, cells), columns);
      count++;
      if (Object.keys(record).length > 0) yield recordItem(record, `${path}#${count}`);
    } else if (!isSeparatorLine(cells)) {
      header = toHeader(cells);
      checkChoices(header, columns);
    }
  }
}

/** The names of the columns. */
export async function readTableHeader(
  source: AsyncIterable<Uint8Array>,
  delimiter: string,
): Promise<string[]> {
  for await (const cells of new RowReader(delimiter).read(source))
    if (!(cells instanceof Error) && !isSeparatorLine(cells)) return toHeader(cells);
  return [];
}

type Row = string[] | CsvError;

/** Takes each row as it is parsed: those that wait in a stream would be lost with a later fault. */
class RowReader {
  readonly #rows: Row[] = [];
  readonly #parser: Parser;

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_ORIGINAL_BYTES,
      on_record: (cells: string[]) => {
        this.#rows.push(cells);
        return null;
      },
      on_skip: (error) => {
        if (error) this.#rows.push(error);
        return undefined;
      },
    });
  }

  async *read(source: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
    const parser = this.#parser.resume();
    // A fault that rows cannot be read past ends the stream, and is the last row.
    const closed = finished(parser).catch((error: CsvError) => void this.#rows.push(error));
    for await (const bytes of source) {
      await new Promise<void>((resolve) => parser.write(bytes, () => resolve()));
      yield* this.#rows.splice(0);
      if (parser.destroyed) break;
    }
    parser.end();
    await closed;
    yield* this.#rows.splice(0);
  }
}

function isSeparatorLine(cells: string[]): boolean {
  return /^sep=/i.test(cells[0] ?? "");
}

function brokenRow(error: CsvError): AppError {
  const why =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "A quotation mark is opened and not closed."
      : error.code === "CSV_MAX_RECORD_SIZE"
        ? "It is longer than an article can be; most likely a quotation mark is not closed."
        : `${error.message ?? "It does not fit the table"}.`.replace(/\.\.$/, ".");
  return new AppError(
    "invalid_input",
    `The row is broken. ${why} Nothing of it was stored. Please correct the table and send it again.`,
    { cause: error },
  );
}
