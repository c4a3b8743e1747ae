import { parseDateRange } from "#lib/dates/parse-reader-date.ts";

export const MAX_TOPICS = 12;
export const MAX_ACTORS = 8;
const MAX_DATE_CHARACTERS = 80;
const ID = /^[a-z][\w-]*$/;

/** The parameters of an address, as Next gives them. */
export type SearchParameters = Record<string, string | string[] | undefined>;

export type PositionsQuery = {
  /** Ids; empty: those with the most statements. */
  topicIds: string[];
  actorIds: string[];
  /** The day at which positions are looked at. */
  on: string;
  /** A second day, or a second actor, to stand beside; null: none. */
  compare: { day: string } | { actorId: string } | null;
  confirmedOnly: boolean;
};

export type ParsedPositions = {
  query: PositionsQuery;
  /** Dates as they were written, to be shown again in the form. */
  written: { on: string; compare: string };
  /** Which step of the slider was asked for, counted from 0; the address then names no day. */
  slide: number | null;
  /** What could not be used, in sentences for the reader. */
  problems: string[];
};

/**
 * The positions that an address asks for. Never throws: what cannot be used is left out and named in
 * `problems`. A month or a year means its last day. `today` is the day where none is named.
 */
export function parsePositionsQuery(parameters: SearchParameters, today: string): ParsedPositions {
  const problems: string[] = [];
  const written = { on: firstOf(parameters.on), compare: firstOf(parameters.compare) };
  const readDay = (words: string) => {
    const day = words.length <= MAX_DATE_CHARACTERS ? parseDateRange(words, today)?.to : null;
    if (!day) problems.push(unread(words));
    return day ?? null;
  };
  const query: PositionsQuery = {
    topicIds: idsOf(parameters.topic, { max: MAX_TOPICS, of: "topics" }, problems),
    actorIds: idsOf(parameters.actor, { max: MAX_ACTORS, of: "people" }, problems),
    on: (written.on && readDay(written.on)) || today,
    compare: compareOf(written.compare, readDay),
    confirmedOnly: firstOf(parameters.confirmed) === "1",
  };
  return { query, written, slide: slideOf(firstOf(parameters.slide)), problems };
}

/** The address of a table of positions, with `change` made to the query; what is not said is left out. */
export function positionsHref(
  query: Omit<PositionsQuery, "on"> & { on: string | null },
  change: Partial<Omit<PositionsQuery, "on"> & { on: string | null }> = {},
): string {
  const pairs = positionsFields({ ...query, ...change });
  return pairs.length > 0 ? `/positions?${new URLSearchParams(pairs)}` : "/positions";
}

/** The query as the fields of a form, in the order of an address. */
export function positionsFields(
  query: Omit<PositionsQuery, "on"> & { on: string | null },
): [name: string, value: string][] {
  const { topicIds, actorIds, on, compare, confirmedOnly } = query;
  const beside = compare && ("day" in compare ? compare.day : compare.actorId);
  return [
    ...topicIds.map((id): [string, string] => ["topic", id]),
    ...actorIds.map((id): [string, string] => ["actor", id]),
    ...(on ? [["on", on] satisfies [string, string]] : []),
    ...(beside ? [["compare", beside] satisfies [string, string]] : []),
    ...(confirmedOnly ? [["confirmed", "1"] satisfies [string, string]] : []),
  ];
}

/** An id begins with a letter and holds no space; what does not is a date. */
function compareOf(
  written: string,
  readDay: (words: string) => string | null,
): PositionsQuery["compare"] {
  if (written === "") return null;
  if (ID.test(written)) return { actorId: written };
  const day = readDay(written);
  return day === null ? null : { day };
}

type Limit = { max: number; of: string };

function idsOf(
  given: string | string[] | undefined,
  { max, of }: Limit,
  problems: string[],
): string[] {
  const ids = [...new Set([given ?? []].flat().map(clean))].filter(Boolean);
  if (ids.length > max) {
    problems.push(`Only ${max} ${of} fit into the table, so the first ${max} are shown.`);
  }
  return ids.slice(0, max);
}

function slideOf(value: string): number | null {
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}

function firstOf(value: string | string[] | undefined): string {
  return clean((Array.isArray(value) ? value[0] : value) ?? "");
}

/** PostgreSQL holds no NUL and no half of a surrogate pair. */
function clean(value: string): string {
  return value.replaceAll("\0", " ").toWellFormed().replace(/\s+/g, " ").trim();
}

function unread(words: string): string {
  return `“${words.slice(0, MAX_DATE_CHARACTERS)}” could not be read as a date, so it was left out. Try 27 Feb 2025, 2025-02 or last month.`;
}
