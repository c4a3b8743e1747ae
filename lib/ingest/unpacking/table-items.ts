/** The rows of a CSV or TSV file, one an article, read as they come. */
import { finished } from "node:stream/promises";
import { parse, type CsvError, type Parser } from "csv-parse";
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES } from "../original-size.ts";
import { applyColumnChoices, type ColumnChoices } from "../records/column-choices.ts";
import { checkWidth, chooseFor, toHeader, toRowRecord } from "./table-header.ts";
import { failedItem, recordItem, type ChooseColumns, type ItemStream } from "./unpacked-item.ts";

type TableOptions = {
  delimiter: string;
  path: string;
  columns?: ColumnChoices | undefined;
  choose?: ChooseColumns | undefined;
};

/** So many rows are shown to whoever says which column is which. */
const SAMPLE_ROWS = 5;

/**
 * The rows under a header row. A row that is broken is a failed item, and the next is read. `source`
 * is UTF-8. Rows are counted from 1, the header not among them.
 */
export async function* tableItems(
  source: AsyncIterable<Uint8Array>,
  { delimiter, path, ...choosing }: TableOptions,
): ItemStream {
  const rows = new RowReader(delimiter).read(source);
  try {
    let count = 0;
    let [top] = await takeRows(rows, 1);
    while (top instanceof Error || (top && isSeparatorLine(top))) {
      if (top instanceof Error) yield failedItem(brokenRow(top), `${path}#${++count}`);
      [top] = await takeRows(rows, 1);
    }
    if (!top) return;
    checkWidth(top);
    const header = toHeader(top);
    const first = await takeRows(rows, SAMPLE_ROWS);
    const sample = first.flatMap((row) => (row instanceof Error ? [] : [toRowRecord(header, row)]));
    const choices = chooseFor({ what: "The table", path, header, sample }, choosing);
    if (choices === null) return;
    for await (const cells of following(first, rows)) {
      const place = `${path}#${++count}`;
      if (cells instanceof Error) yield failedItem(brokenRow(cells), place);
      else {
        const record = applyColumnChoices(toRowRecord(header, cells), choices);
        if (Object.keys(record).length > 0) yield recordItem(record, place);
      }
    }
  } finally {
    await rows.return(undefined);
  }
}

async function takeRows(rows: AsyncGenerator<Row>, count: number): Promise<Row[]> {
  const taken: Row[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function* following(first: Row[], rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  yield* first;
  yield* rows;
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
