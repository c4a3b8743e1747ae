/** Events as TimelineJS 3 shows them: https://timeline.knightlab.com/docs/json-format.html. */
import type { z } from "zod";
import { escapeAttribute, escapeText } from "entities";
import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";
import {
  eventRecordSchema,
  type EventRecord,
  type RecordedEvent,
} from "#lib/events/types-record.ts";
import { isWebAddress } from "#lib/text/web-address.ts";

/** Events of several lanes, and of none, are groups of their own: a slide has one group. */
const SEVERAL_LANES = "Several sides";
const NO_LANE = "Elsewhere";

/** What TimelineJS has no place for; it passes over this, and an import reads it. */
export const archiveSchema = eventRecordSchema.omit({ id: true, title: true });

type TimelineJsDate = { year: number; month?: number; day?: number };

/** The slide at the beginning, as text: what the timeline is and where it comes from. */
export function toTitleSlide(name: string, url: string): Record<string, unknown> {
  const text = `<p>${escapeText(name)}</p><p>From <a href="${escapeAttribute(url)}">The Diplomacy Archive</a>.</p>`;
  return { unique_id: "title", text: { headline: "The Diplomacy Archive", text } };
}

/**
 * An event as a slide, with all else that there is of it in `archive`. Dates have only the parts that
 * are known. `baseUrl` has no slash at its end.
 */
export function toSlide(event: RecordedEvent, baseUrl: string): Record<string, unknown> {
  const [from = "", to] = event.date.split("/");
  return {
    unique_id: event.id,
    start_date: toDate(from),
    ...(to !== undefined && { end_date: toDate(to) }),
    display_date: formatEdtf(event.date),
    group: groupOf(event),
    text: { headline: escapeText(event.title), text: toHtml(event, baseUrl) },
    archive: {
      url: `${baseUrl}${event.path}`,
      verification: event.verification,
      ...pickRecord(event),
    },
  };
}

function pickRecord(event: RecordedEvent): Partial<EventRecord> {
  const names = Object.keys(archiveSchema.shape) as (keyof z.infer<typeof archiveSchema>)[];
  return Object.fromEntries(names.map((name) => [name, event[name]]));
}

/** The parts that an EDTF date without a slash has. */
function toDate(point: string): TimelineJsDate {
  const [year = 0, month, day] = point
    .replace(/[~?%]$/, "")
    .split("-")
    .map(Number);
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/** A date as EDTF from its parts; null where there is no such date in the years 1 to 9999. */
export function fromDate({ year, month, day }: TimelineJsDate): string | null {
  const pad = (number: number, digits = 2) => String(number).padStart(digits, "0");
  const parts = [pad(year, 4), month && pad(month), month && day && pad(day)].filter(Boolean);
  const date = parts.join("-");
  return year > 0 && parseEdtf(date) ? date : null;
}

function groupOf({ laneNames }: Pick<RecordedEvent, "laneNames">): string {
  return laneNames.length > 1 ? SEVERAL_LANES : (laneNames[0] ?? NO_LANE);
}

function toHtml({ facts, sources, path }: RecordedEvent, baseUrl: string): string {
  const list = facts.map((fact) => `<li>${escapeText(fact)}</li>`).join("");
  const named = sources.map(toSourceHtml).join("; ");
  return [
    list && `<ul>${list}</ul>`,
    named && `<p>Sources: ${named}.</p>`,
    `<p><a href="${escapeAttribute(baseUrl + path)}">In the archive</a></p>`,
  ].join("");
}

function toSourceHtml({ publisher, title, url }: EventRecord["sources"][number]): string {
  const name = escapeText(title);
  if (!url || !isWebAddress(url)) return `${escapeText(publisher)}, ${name}`;
  return `${escapeText(publisher)}, <a href="${escapeAttribute(url)}">${name}</a>`;
}
