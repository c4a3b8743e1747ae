/** Tables of events: our own columns, and those of TimelineJS's spreadsheet. */
import { MAX_IMPORTED_EVENTS } from "#lib/exchange/schema-event-import.ts";
import { requireFewEvents } from "#lib/exchange/few-events.ts";
import { parse } from "csv-parse/sync";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { parseDateRange } from "#lib/dates/parse-reader-date.ts";
import { AppError } from "#lib/errors.ts";
import { fromLines, isStateMedia, withoutGuard } from "#lib/exchange/event-columns.ts";
import {
  toImportRow,
  type EventImportRow,
  type LooseEvent,
} from "#lib/exchange/event-import-row.ts";
import { fromSlide, type Slide } from "#lib/exchange/event-timelinejs-reader.ts";

type Cells = (column: string) => string;

/** Relative words such as "yesterday" mean nothing in a file. */
const RELATIVE = /[a-z]/i;
const MONTH_WORD = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const ANY_DAY = "2000-01-01";

/**
 * The events of a table, told by the names of its columns whose it is. Rows are counted from 1, the
 * header not among them. Throws `AppError` "invalid_input" for a table of other columns.
 */
export function readEventTable(text: string): { rows: EventImportRow[]; left: string[] } {
  const [header = [], ...lines] = parseTable(text);
  requireFewEvents(lines.length);
  const columns = new Map(header.map((name, i) => [name.trim().toLowerCase(), i]));
  const cellsOf =
    (line: string[]): Cells =>
    (column) =>
      (line[columns.get(column.toLowerCase()) ?? -1] ?? "").trim();
  if (columns.has("title") && columns.has("date")) {
    return {
      rows: lines.map((line, i) => toImportRow(i + 1, fromOwnColumns(cellsOf(line)))),
      left: [],
    };
  }
  if (columns.has("year") && columns.has("headline"))
    return fromTimelineJsTable(lines.map(cellsOf));
  throw new AppError(
    "invalid_input",
    "The first line of the table names neither the columns title and date nor Year and Headline.",
  );
}

function parseTable(text: string): string[][] {
  const [firstLine = ""] = text.split("\n", 1);
  const delimiter = firstLine.includes("\t") && !firstLine.includes(",") ? "\t" : ",";
  try {
    return parse(text, {
      ...{ bom: true, delimiter, relax_column_count: true },
      ...{ relax_quotes: true, skip_empty_lines: true },
      // The header, and one more than may be imported: enough to know that there are too many.
      to: MAX_IMPORTED_EVENTS + 2,
    });
  } catch (error) {
    const { message } = error as Error;
    throw new AppError("invalid_input", `The table cannot be read: ${message}.`);
  }
}

function fromOwnColumns(raw: Cells): LooseEvent {
  const cell = (column: string) => withoutGuard(raw(column));
  const lines = (column: string) => fromLines(cell(column));
  const written = cell("date");
  const date = toEdtf(written);
  return {
    id: cell("id"),
    title: cell("title"),
    ...(date && { date }),
    ...(written && { dateProblem: dateProblem(written) }),
    kind: cell("kind"),
    ...{ placeName: cell("placeName") || null, placeCountry: cell("placeCountry") || null },
    ...{ latitude: toNumber(cell("latitude")), longitude: toNumber(cell("longitude")) },
    topics: lines("topics").map(([label = ""]) => label),
    facts: lines("facts").map(([fact = ""]) => fact),
    related: lines("related").map(([id = ""]) => id),
    participants: lines("participants").map(([name = "", role, actorId]) => ({
      ...{ name, role: role || null, actorId: actorId || null },
    })),
    sources: lines("sources").map(([publisher = "", title, url, media]) => ({
      ...{
        publisher,
        title: title || publisher,
        url: url || null,
        stateMedia: isStateMedia(media),
      },
    })),
  };
}

function toNumber(cell: string): number | null {
  return cell === "" ? null : Number(cell.replace(",", "."));
}

/** A date as EDTF, from EDTF or from words such as `27 February 2025`; null where it is neither. */
function toEdtf(written: string): string | null {
  if (parseEdtf(written)) return written;
  if (RELATIVE.test(written) && !MONTH_WORD.test(written)) return null;
  // A year is never made up.
  if (!/\d{4}/.test(written)) return null;
  const range = parseDateRange(written, ANY_DAY);
  if (!range) return null;
  const { from, to } = range;
  const whole = [from, from.slice(0, 7), from.slice(0, 4)].find((date) => {
    const covered = parseEdtf(date);
    return covered?.start === from && covered.end === to;
  });
  return whole ?? `${from}/${to}`;
}

function dateProblem(written: string): string {
  if (/^-\d|b\.?c\.?(?:e\.?)?$/i.test(written))
    return `“${written}” is before the year 1, which the archive’s dates begin with.`;
  return `“${written}” is not a date that can be read here: write 2025-02-27, 2025-02, 2025 or 2025-02-14/2025-02-16.`;
}

function fromTimelineJsTable(lines: readonly Cells[]): { rows: EventImportRow[]; left: string[] } {
  const rows: EventImportRow[] = [];
  const left: string[] = [];
  for (const [i, raw] of lines.entries()) {
    const cell = (column: string) => withoutGuard(raw(column));
    const type = cell("Type").toLowerCase();
    if (type === "title" || type === "era") left.push(`Row ${i + 1} is no event but the ${type}.`);
    else rows.push(toImportRow(i + 1, fromSlide(toSlideOf(cell))));
  }
  return { rows, left };
}

function toSlideOf(cell: Cells): Slide {
  const date = (prefix: string) => ({
    year: cell(`${prefix}Year`),
    month: cell(`${prefix}Month`),
    day: cell(`${prefix}Day`),
  });
  return {
    start_date: date(""),
    ...(cell("End Year") && { end_date: date("End ") }),
    display_date: cell("Display Date"),
    text: { headline: cell("Headline"), text: cell("Text") },
    media: { url: cell("Media"), credit: cell("Media Credit"), caption: cell("Media Caption") },
  };
}
