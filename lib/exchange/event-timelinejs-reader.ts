/** Slides of TimelineJS 3, from JSON or from a row of its spreadsheet, as events. */
import { requireFewEvents } from "#lib/exchange/few-events.ts";
import { Parser } from "htmlparser2";
import { z } from "zod";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { AppError } from "#lib/errors.ts";
import type { EventRecord } from "#lib/events/types-record.ts";
import {
  toImportRow,
  type EventImportRow,
  type LooseEvent,
} from "#lib/exchange/event-import-row.ts";
import { archiveSchema, fromDate } from "#lib/exchange/event-timelinejs.ts";
import { htmlToBlocks, htmlToLine } from "#lib/ingest/pipeline.ts";
import { isWebAddress } from "#lib/text/web-address.ts";

const ABOUT = /^\s*(?:about|around|circa|ca?\.)\s/i;
const MAX_NAME_CHARACTERS = 500;

const words = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z.string().nullish().catch(null),
);
const dateSchema = z.object({ year: words, month: words, day: words });
const slideSchema = z.object({
  unique_id: words.optional(),
  start_date: dateSchema.nullish().catch(null),
  end_date: dateSchema.nullish().catch(null),
  display_date: words.optional(),
  text: z.object({ headline: words, text: words }).partial().nullish().catch(null),
  media: z.object({ url: words, credit: words, caption: words }).partial().nullish().catch(null),
  archive: z.unknown().optional(),
});
const fileSchema = z.object({
  title: z.unknown().optional(),
  eras: z.array(z.unknown()).nullish().catch(null),
  events: z.array(z.unknown()),
});

export type Slide = z.input<typeof slideSchema>;

/** The events of a TimelineJS file, counted from 1. Throws `AppError` "invalid_input". */
export function readTimelineJs(text: string): { rows: EventImportRow[]; left: string[] } {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success)
    throw new AppError("invalid_input", "There is no list of “events” in the JSON.");
  const { title, eras, events } = file.data;
  requireFewEvents(events.length);
  const left = [
    title !== undefined && title !== null && "The slide at the beginning is no event.",
    eras && eras.length > 0 && "Eras are no events.",
  ];
  return {
    rows: events.map((slide, i) => toImportRow(i + 1, fromSlide(slide))),
    left: left.filter((each) => each !== false && each !== null && each !== undefined),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid_input", "The JSON is broken or cut off.");
  }
}

/**
 * What a slide tells. Its texts may be HTML and become plain text; where its picture or its links lead
 * are its sources. What we ourselves wrote into `archive` is taken from there.
 */
export function fromSlide(given: unknown): LooseEvent {
  const { success, data: slide } = slideSchema.safeParse(given);
  if (!success) return { dateProblem: "It is no slide." };
  const title = cut(htmlToLine(slide.text?.headline ?? ""));
  const own = archiveSchema.safeParse(slide.archive);
  const dated = dateOf(slide);
  const id = slide.unique_id ?? undefined;
  if (own.success) {
    const isSame = own.data.date.replace(/[~?%]/g, "") === dated.date?.replace(/[~?%]/g, "");
    return { ...own.data, ...(isSame ? {} : dated), title, ...(id && { id }) };
  }
  const text = slide.text?.text ?? "";
  return {
    ...dated,
    title,
    ...(id && { id }),
    facts: htmlToBlocks(text).map((block) => block.text),
    sources: sourcesOf(slide, text, title),
  };
}

type ReadSlide = z.output<typeof slideSchema>;

function dateOf({ start_date, end_date, display_date }: ReadSlide): LooseEvent {
  const start = toPoint(start_date);
  if (start.problem !== undefined) return { dateProblem: start.problem };
  const end = end_date?.year ? toPoint(end_date) : null;
  if (end?.problem !== undefined) return { dateProblem: `Its end: ${end.problem}` };
  const mark = ABOUT.test(display_date ?? "") ? "~" : "";
  const date =
    end === null || end.date === start.date
      ? `${start.date}${mark}`
      : `${start.date}${mark}/${end.date}${mark}`;
  return parseEdtf(date) ? { date } : { dateProblem: "It ends before it begins." };
}

type Point = { date: string; problem?: undefined } | { date?: undefined; problem: string };

function toPoint(given: ReadSlide["start_date"]): Point {
  const [year, month, day] = [given?.year, given?.month, given?.day].map((part) =>
    part?.trim() ? Number(part) : undefined,
  );
  if (year === undefined) return { problem: "It has no year." };
  if (year < 1)
    return {
      problem: `The year ${year} is before the year 1, which the archive’s dates begin with.`,
    };
  const date = fromDate({ year, ...(month && { month }), ...(day && { day }) });
  if (date) return { date };
  return {
    problem: `There is no such date: year ${year}, month ${month ?? "–"}, day ${day ?? "–"}.`,
  };
}

function sourcesOf({ media }: ReadSlide, html: string, title: string): EventRecord["sources"] {
  const links = linksOf(html).map(({ url, text }) => ({
    ...{ publisher: hostOf(url), title: cut(text) || title, url, stateMedia: false },
  }));
  const url = media?.url?.trim() ?? "";
  const credit = cut(htmlToLine(media?.credit ?? ""));
  const caption = cut(htmlToLine(media?.caption ?? ""));
  const isNamed = isWebAddress(url) && URL.canParse(url);
  const shown = isNamed
    ? [{ publisher: credit || hostOf(url), title: caption || title, url, stateMedia: false }]
    : [];
  return [...new Map([...shown, ...links].map((source) => [source.url, source])).values()];
}

function linksOf(html: string): { url: string; text: string }[] {
  const links: { url: string; text: string }[] = [];
  let open: { url: string; text: string } | null = null;
  const parser = new Parser({
    onopentag: (name, { href = "" }) => {
      if (name === "a" && isWebAddress(href) && URL.canParse(href)) open = { url: href, text: "" };
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: (name) => {
      if (name !== "a" || !open) return;
      links.push({ ...open, text: open.text.replace(/\s+/g, " ").trim() });
      open = null;
    },
  });
  parser.end(html);
  return links;
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

function cut(text: string): string {
  return text.slice(0, MAX_NAME_CHARACTERS).toWellFormed().trim();
}
