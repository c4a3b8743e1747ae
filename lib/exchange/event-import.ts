/** A file of events, as somebody brings it: what kind of file it is, and what it tells. */
import { AppError } from "#lib/errors.ts";
import { readEventTable } from "#lib/exchange/event-csv-reader.ts";
import { withoutRepeatedIds, type EventImportRow } from "#lib/exchange/event-import-row.ts";
import { readTimelineJs } from "#lib/exchange/event-timelinejs-reader.ts";
import { MAX_IMPORT_BYTES } from "#lib/exchange/schema-event-import.ts";

export type ReadEvents = {
  format: "csv" | "timelinejs";
  rows: EventImportRow[];
  /** What of the file is no event, in sentences. */
  left: string[];
};

/**
 * What a file of events tells, row by row: TimelineJS's JSON, or a table in our columns or in those of
 * its spreadsheet. Throws `AppError` "invalid_input" for what is neither, and "payload_too_large".
 */
export function readEventFile(text: string): ReadEvents {
  if (Buffer.byteLength(text) > MAX_IMPORT_BYTES)
    throw new AppError(
      "payload_too_large",
      `A file of events may have ${MAX_IMPORT_BYTES / 1024 ** 2} MB. Please import it in parts.`,
    );
  const clean = text.replaceAll("\0", "").toWellFormed().trim();
  if (clean === "") throw new AppError("invalid_input", "There is nothing in it.");
  const isJson = /^[{[]/.test(clean.replace(/^\uFEFF/, ""));
  const { rows, left } = isJson
    ? readTimelineJs(clean.replace(/^\uFEFF/, ""))
    : readEventTable(clean);
  return { format: isJson ? "timelinejs" : "csv", rows: withoutRepeatedIds(rows), left };
}
