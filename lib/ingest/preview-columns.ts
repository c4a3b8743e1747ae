/** A table as it would be read, for someone to say which column is which before it is. */
import { AppError } from "#lib/errors.ts";
import { decodeText } from "./decode.ts";
import { draftFromBytes } from "./pipeline.ts";
import { mapColumns, type ColumnMapping } from "./records/columns.ts";
import { findDelimiter, guessColumns } from "./text-shape.ts";
import type { ArticleDraft } from "./types.ts";
import { unpack, type UnpackedItem, type UnpackHint } from "./unpack.ts";
import { archiveKind } from "./unpacking/archive-kind.ts";
import { readSpreadsheetHeader } from "./unpacking/spreadsheet-items.ts";
import { readTableHeader } from "./unpacking/table-items.ts";
import { sampleOf, toUtf8 } from "./unpacking/utf8-stream.ts";

const SHOWN_ROWS = 5;
const BEGINNING_BYTES = 64 * 1024;

export type PreviewRow = { path: string; draft?: ArticleDraft; error?: AppError };
export type ColumnsPreview = {
  /** In the order of the table: what was chosen for each, or else what its name says. */
  columns: ColumnMapping[];
  /** The first five; one with the reason where the table cannot be read with these columns. */
  rows: PreviewRow[];
};

/**
 * The columns of a CSV, TSV or XLSX file with what each holds, and its first five rows as they would
 * be read; null for anything that is no table.
 */
export async function previewColumns(
  bytes: Uint8Array,
  hint: UnpackHint = {},
): Promise<ColumnsPreview | null> {
  const header = await readHeader(Buffer.from(bytes), hint);
  if (header.length < 2) return null;
  const { columns: choices = {} } = hint;
  const columns = mapColumns(header).map((mapping) =>
    Object.hasOwn(choices, mapping.column)
      ? { ...mapping, field: choices[mapping.column] ?? null }
      : mapping,
  );
  const rows: PreviewRow[] = [];
  for await (const item of unpack(bytes, hint)) {
    rows.push(await toRow(item));
    if (rows.length === SHOWN_ROWS) break;
  }
  return { columns, rows };
}

async function readHeader(bytes: Buffer, { columns, charset }: UnpackHint): Promise<string[]> {
  const kind = await archiveKind(bytes);
  if (kind === "spreadsheet") return readSpreadsheetHeader(bytes, columns);
  if (kind !== null) return [];
  const beginning = bytes.subarray(0, BEGINNING_BYTES);
  const text = decodeText(sampleOf(beginning), charset).text.replace(/^\uFEFF/, "");
  const delimiter = findDelimiter(text, columns);
  if (delimiter === null) return guessColumns(text);
  return readTableHeader(toUtf8(piecesOf(bytes), beginning, charset), delimiter);
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function toRow({ bytes, hint, path, error }: UnpackedItem): Promise<PreviewRow> {
  if (error) return { path, error };
  try {
    return { path, draft: await draftFromBytes(bytes, hint) };
  } catch (fault) {
    if (fault instanceof AppError) return { path, error: fault };
    throw fault;
  }
}
