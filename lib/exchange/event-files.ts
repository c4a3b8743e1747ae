/** The events of a timeline as files to work with elsewhere. */
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { listRecordedEvents } from "#lib/events/data-records.ts";
import { listAddressedEventIds } from "#lib/timeline/data-addressed.ts";
import type { RecordedEvent } from "#lib/events/types-record.ts";
import { calendarFrame, toCalendarEntries } from "#lib/exchange/event-calendar.ts";
import { EVENT_COLUMNS, guardTwice, toEventCells } from "#lib/exchange/event-columns.ts";
import { toSlide, toTitleSlide } from "#lib/exchange/event-timelinejs.ts";
import { countRequest } from "#lib/http/rate-limit.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

/** A file is sent as it is made; so many events are in memory at a time. */
const GROUP_SIZE = 200;
/** Programs of other sites, such as TimelineJS itself, may read the files, as they may the API. */
const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

type FileOf = { name: string; url: string; baseUrl: string };
type EventFile = {
  mediaType: string;
  /** Shown by the program that opens it, rather than kept. */
  isInline?: boolean;
  head: (of: FileOf) => string;
  write: (events: readonly RecordedEvent[], of: FileOf, isFirst: boolean) => string;
  foot?: (of: FileOf) => string;
};

/** The files that a timeline is offered as, by their ending. */
export const EVENT_FILES = {
  ics: {
    mediaType: "text/calendar; charset=utf-8",
    isInline: true,
    head: (of) => calendarFrame(of).head,
    write: (events, { baseUrl }) => toCalendarEntries(events, baseUrl),
    foot: (of) => calendarFrame(of).foot,
  },
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    // Without the mark at its beginning, spreadsheets take it for the character set of their country.
    head: () => `\uFEFF${toCsv([EVENT_COLUMNS])}`,
    write: (events, { baseUrl }) => toCsv(events.map((event) => toRow(event, baseUrl))),
  },
  "timelinejs.json": {
    mediaType: "application/json; charset=utf-8",
    isInline: true,
    head: ({ name, url }) =>
      `{"title":${JSON.stringify(toTitleSlide(name, url))},"scale":"human","events":[`,
    write: (events, { baseUrl }, isFirst) => {
      const slides = events.map((event) => JSON.stringify(toSlide(event, baseUrl)));
      return `${isFirst ? "" : ","}\n${slides.join(",\n")}`;
    },
    foot: () => "\n]}\n",
  },
} satisfies Record<string, EventFile>;

export type EventFileEnding = keyof typeof EVENT_FILES;

/**
 * All events that the address of a timeline means, the earliest first, as a file of this kind, sent as
 * it is made. Throws `AppError` "invalid_input" where a date cannot be read, and "too_many_requests" as
 * the programs' interface does.
 */
export async function timelineFile(request: Request, ending: EventFileEnding): Promise<Response> {
  const limitHeaders = await countFile();
  const { searchParams } = new URL(request.url);
  const { ids, path, problems } = await listAddressedEventIds(searchParams, today());
  if (problems.length > 0) throw new AppError("invalid_input", problems.join(" "));
  const stream = Readable.from(encodeEvents(ending, ids, path));
  const headers = { ...limitHeaders, ...headersOf(ending, `timeline-${today()}`) };
  return new Response(Readable.toWeb(stream) as BodyInit, { headers });
}

/** An event as an iCalendar of one entry. Throws `AppError` "not_found" and as `timelineFile` does. */
export async function eventCalendar(id: string): Promise<Response> {
  const limitHeaders = await countFile();
  const [event] = await listRecordedEvents([id]);
  if (!event) throw new AppError("not_found", "There is no such event.");
  const of = fileOf(event.title, event.path);
  const { head, foot } = calendarFrame(of);
  const headers = { ...limitHeaders, ...headersOf("ics", id) };
  return new Response(head + toCalendarEntries([event], of.baseUrl) + foot, { headers });
}

/** The events with these ids as a file of this kind, a group at a time; `path`: the timeline's. */
export async function* encodeEvents(
  ending: EventFileEnding,
  ids: readonly string[],
  path: string,
): AsyncGenerator<Uint8Array> {
  const file: EventFile = EVENT_FILES[ending];
  const encoder = new TextEncoder();
  const of = fileOf("Timeline", path);
  yield encoder.encode(file.head(of));
  let isFirst = true;
  for (let at = 0; at < ids.length; at += GROUP_SIZE) {
    const events = await listRecordedEvents(ids.slice(at, at + GROUP_SIZE));
    if (events.length === 0) continue;
    yield encoder.encode(file.write(events, of, isFirst));
    isFirst = false;
  }
  if (file.foot) yield encoder.encode(file.foot(of));
}

function countFile() {
  return countRequest("network", getRequestContext().clientAddress);
}

function headersOf(ending: EventFileEnding, name: string): Record<string, string> {
  const { mediaType, isInline }: EventFile = EVENT_FILES[ending];
  const disposition = isInline ? "inline" : "attachment";
  return {
    ...CORS_HEADERS,
    "Content-Type": mediaType,
    "Content-Disposition": `${disposition}; filename="${name}.${ending}"`,
  };
}

function fileOf(name: string, path: string): FileOf {
  const baseUrl = getEnv().ARCHIVE_URL;
  return { name, url: `${baseUrl}${path}`, baseUrl };
}

function toRow(event: RecordedEvent, baseUrl: string) {
  const cells = toEventCells(event, baseUrl);
  return EVENT_COLUMNS.map((column) => {
    const cell = cells[column];
    return typeof cell === "string" ? guardTwice(cell) : cell;
  });
}

/** As a spreadsheet takes it: nothing in a cell is a formula. */
function toCsv(rows: readonly (readonly unknown[])[]): string {
  return stringify(rows as unknown[][], { escape_formulas: true, record_delimiter: "windows" });
}
