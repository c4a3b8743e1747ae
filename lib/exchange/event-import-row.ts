/** What is read of one event of a file, before anything is asked of the archive. */
import type { z } from "zod";
import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";
import { eventKindSchema, type EventKind } from "#lib/events/schema.ts";
import {
  eventRecordSchema,
  MAX_EVENT_ID_CHARACTERS,
  type EventRecord,
} from "#lib/events/types-record.ts";
import { isWebAddress } from "#lib/text/web-address.ts";
import { toSlug } from "#lib/text/slug.ts";

export type EventImportRow = {
  /** Where it stands in the file, from 1. */
  row: number;
  title: string;
  /** In words; "" where it could not be read. */
  date: string;
  /** Null: it cannot be imported, and `problems` say why. */
  event: EventRecord | null;
  /** What could not be read, or is left out, in sentences. */
  problems: string[];
};

/** As much as a file says; what it does not say is left out. */
export type LooseEvent = Partial<Omit<EventRecord, "kind">> & {
  kind?: string | undefined;
  /** What is wrong with the date, where there is none. */
  dateProblem?: string | undefined;
  problems?: string[];
};

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NO_DATE = "It has no date.";
const NOTHING_MORE = {
  ...{ placeName: null, placeCountry: null, latitude: null, longitude: null },
  ...{ participants: [], topics: [], facts: [], related: [] },
};

/** The event that a row of a file tells of, with what is wrong with it in words. */
export function toImportRow(row: number, given: LooseEvent): EventImportRow {
  const { dateProblem = NO_DATE, problems: known = [], kind: written, ...rest } = given;
  const title = (given.title ?? "").replace(/\s+/g, " ").trim();
  const date = given.date && parseEdtf(given.date) ? given.date : null;
  const dateWords = date ? formatEdtf(date) : "";
  if (!title || !date) {
    const missing = [...(date ? [] : [dateProblem]), ...(title ? [] : ["It has no title."])];
    return { row, title, date: dateWords, event: null, problems: [...missing, ...known] };
  }
  const kind = readKind(written);
  const sources = readSources(given.sources);
  const checked = eventRecordSchema.safeParse({
    ...NOTHING_MORE,
    ...rest,
    ...{ id: toId(given.id, title, date), title, date, kind: kind.value, sources: sources.value },
  });
  const problems = [...faultsOf(checked.error), ...known, ...kind.problems, ...sources.problems];
  return { row, title, date: dateWords, event: checked.data ?? null, problems };
}

function faultsOf(error: z.ZodError | undefined): string[] {
  if (!error) return [];
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  return [`It has too much, or something that makes no sense, in: ${fields.join(", ")}.`];
}

function readKind(written = ""): { value: EventKind; problems: string[] } {
  const word = written.toLowerCase().trim() || "other";
  const { success, data } = eventKindSchema.safeParse(word);
  if (success) return { value: data, problems: [] };
  return { value: "other", problems: [`“${written}” is no kind of event; it becomes “other”.`] };
}

function readSources(given: EventRecord["sources"] = []) {
  const isUsable = ({ url }: EventRecord["sources"][number]) => url === null || isWebAddress(url);
  const others = given.filter((source) => !isUsable(source));
  return {
    value: given.map((source) => (isUsable(source) ? source : { ...source, url: null })),
    problems: others.map(({ url }) => `“${url}” is no web address; the source keeps its name.`),
  };
}

/** Rows of one file in which no id stands twice. */
export function withoutRepeatedIds(rows: readonly EventImportRow[]): EventImportRow[] {
  const firsts = new Map<string, number>();
  return rows.map((each) => {
    const id = each.event?.id;
    if (id === undefined) return each;
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, each.row);
      return each;
    }
    const problem = `It has the same id, or the same title and month, as row ${first}.`;
    return { ...each, event: null, problems: [problem, ...each.problems] };
  });
}

/** A file's own id where it is one that an address can hold; else one of its title and month. */
function toId(given: string | undefined, title: string, date: string): string {
  if (given && given.length <= MAX_EVENT_ID_CHARACTERS && SLUG.test(given)) return given;
  const month = parseEdtf(date)?.start.slice(0, 7) ?? "";
  return `${toSlug(title, "event")}-${month}`;
}
