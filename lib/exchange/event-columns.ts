/**
 * The columns of our table of events, both ways. A cell that holds several values has one a line;
 * parts of a value are set apart by ` | `. What would be taken for one of these is escaped by `\`.
 */
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { RecordedEvent } from "#lib/events/types-record.ts";

export const EVENT_COLUMNS = [
  ...(["id", "url", "title", "date", "startsOn", "endsOn", "dateInWords", "kind"] as const),
  ...(["placeName", "placeCountry", "latitude", "longitude", "lanes", "verification"] as const),
  ...(["participants", "topics", "facts", "sources", "related"] as const),
];
export type EventColumn = (typeof EVENT_COLUMNS)[number];

const STATE_MEDIA = "state media";
/** What a spreadsheet may take for a formula, and what stands before it so that it does not. */
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

/** An event's cells by column; `baseUrl` without a slash at its end. */
export function toEventCells(
  event: RecordedEvent,
  baseUrl: string,
): Record<EventColumn, string | number | null> {
  const { participants, sources, topics, facts, related, lanes, path, ...plain } = event;
  const { id, title, date, startsOn, endsOn, kind, verification } = plain;
  const { placeName, placeCountry, latitude, longitude } = plain;
  return {
    ...{ id, url: `${baseUrl}${path}`, title, date, startsOn, endsOn },
    ...{ dateInWords: formatEdtf(date), kind, placeName, placeCountry, latitude, longitude },
    ...{ lanes: lanes.join("; "), verification },
    participants: toLines(participants.map(({ name, role, actorId }) => [name, role, actorId])),
    topics: toLines(topics.map((topic) => [topic])),
    facts: toLines(facts.map((fact) => [fact])),
    sources: toLines(
      sources.map(({ publisher, title: name, url, stateMedia }) => [
        ...[publisher, name, url, stateMedia ? STATE_MEDIA : null],
      ]),
    ),
    related: toLines(related.map((each) => [each])),
  };
}

/** Values of several parts as a cell holds them; parts that are missing at the end are left out. */
function toLines(values: readonly (readonly (string | null)[])[]): string {
  return values
    .map((parts) => parts.map((part) => escapePart(part ?? "")).join(" | "))
    .map((line) => line.replace(/( \| )+$/, ""))
    .join("\n");
}

/** The values of a cell, each in its parts; the opposite of what writes them. */
export function fromLines(cell: string): string[][] {
  return cell
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => splitParts(line).map((part) => part.trim()));
}

/** True where the last part of a source says that it is one side's account. */
export function isStateMedia(part: string | undefined): boolean {
  return part?.toLowerCase() === STATE_MEDIA;
}

/** A cell that begins like a guarded one is guarded once more, so that reading takes just one away. */
export function guardTwice(cell: string): string {
  return GUARDED.test(cell) ? `'${cell}` : cell;
}

/** A cell without the mark that keeps spreadsheets from taking it for a formula. */
export function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function escapePart(text: string): string {
  return text.replace(/[\\|]/g, "\\$&").replace(/\r/g, "\\r").replace(/\n/g, "\\n");
}

function splitParts(line: string): string[] {
  const parts = [""];
  for (let i = 0; i < line.length; i++) {
    const letter = line.charAt(i);
    if (letter === "|") parts.push("");
    else parts[parts.length - 1] += letter === "\\" ? unescaped(line.charAt(++i)) : letter;
  }
  return parts;
}

function unescaped(letter: string): string {
  return { n: "\n", r: "\r", "": "\\" }[letter] ?? letter;
}
