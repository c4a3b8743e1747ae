import type { AppError } from "#lib/errors.ts";
import type { OriginalHint } from "../reader.ts";
import type { ColumnChoices } from "../records/column-choices.ts";
import { toCanonicalJson, type JsonObject } from "../records/canonical-json.ts";

/** What came with a source of articles. */
export type UnpackHint = OriginalHint & {
  /** Where it was had from, against which a feed's relative addresses are resolved. */
  url?: string;
  /** An archivist's choice for columns of a table, where it differs from `mapColumns`. */
  columns?: ColumnChoices;
  /** Asked for each table, where `columns` says nothing. */
  chooseColumns?: ChooseColumns;
};

/** A table, or a list of JSON objects, as it comes. */
export type SeenTable = {
  /** Where it stands: `export.zip/2025.csv`. */
  path: string;
  columns: string[];
  /** Its first rows. */
  sample: JsonObject[];
  /** Its names alone say where headline and text are, and of a table's columns what each is. */
  isClear: boolean;
  /** It may as well be prose: only who knows these very columns should take it for a table. */
  isGuess: boolean;
};

/** The choice for a table; undefined leaves it to its names, null leaves the table unread. */
export type ChooseColumns = (table: SeenTable) => ColumnChoices | null | undefined;

/** One article as bytes of its own, for `readOriginal`; or, with `error`, why there is none. */
export type UnpackedItem = {
  bytes: Uint8Array;
  hint: OriginalHint;
  /** Where it stood: `export.zip/2025/feed.xml#3`; counted from 1. */
  path: string;
  error?: AppError;
};

export type ItemStream = AsyncGenerator<UnpackedItem>;

/** A record as an item: the same record is the same bytes, wherever it stood. */
export function recordItem(record: JsonObject, path: string): UnpackedItem {
  const bytes = Buffer.from(toCanonicalJson(record), "utf8");
  return { bytes, hint: { mediaType: "application/json", charset: "utf-8" }, path };
}

/** Records one after another as items, read when asked for. */
export function* recordItems(records: Iterable<JsonObject>, path: string): Generator<UnpackedItem> {
  let count = 0;
  for (const record of records) yield recordItem(record, `${path}#${++count}`);
}

export function failedItem(error: AppError, path: string): UnpackedItem {
  return { bytes: new Uint8Array(), hint: {}, path, error };
}
