import { readRange } from "#lib/dates/reader-range.ts";
import { MAX_POSITION_ACTORS, MAX_POSITION_TOPICS } from "#lib/statements/schema.ts";
import { textOf, valuesOf, type ReaderParameters } from "#lib/http/reader-parameters.ts";

const LIKE_A_DATE = /\d|^(?:today|yesterday|this|last|past)\b/i;
const ID = /^[a-z][\w-]*$/;

export type PositionsQuery = {
  /** Ids or names; empty: those with the most statements. */
  topics: string[];
  actors: string[];
  /** The day at which positions are looked at. */
  on: string;
  /** A second day, or a second actor, to stand beside; null: none. */
  compare: { day: string } | { actor: string } | null;
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
export function parsePositionsQuery(parameters: ReaderParameters, today: string): ParsedPositions {
  const problems: string[] = [];
  const written = { on: textOf(parameters.on), compare: textOf(parameters.compare) };
  const dayOf = (words: string) => readRange({ from: "", to: words }, today);
  const { to: on, problems: unread } = dayOf(written.on);
  if (unread.to) problems.push(unread.to);
  const query: PositionsQuery = {
    topics: idsOf(parameters.topic, { max: MAX_POSITION_TOPICS, of: "topics" }, problems),
    actors: idsOf(parameters.actor, { max: MAX_POSITION_ACTORS, of: "people" }, problems),
    on: on ?? today,
    compare: compareOf(written.compare, (words) => dayOf(words).to),
    confirmedOnly: textOf(parameters.confirmed) === "1",
  };
  return { query, written, slide: slideOf(textOf(parameters.slide)), problems };
}

/** A query whose day may be left to whenever it is asked. */
export type AddressedPositions = Omit<PositionsQuery, "on"> & { on: string | null };

/** The address of a table of positions, with `change` made to the query; what is not said is left out. */
export function positionsHref(
  query: AddressedPositions,
  change: Partial<AddressedPositions> = {},
): string {
  const pairs = positionsFields({ ...query, ...change });
  return pairs.length > 0 ? `/positions?${new URLSearchParams(pairs)}` : "/positions";
}

type SuccessiveAddress = {
  topicId: string;
  actorId: string;
  confirmedOnly: boolean;
  page?: number;
};

/** The address of all that an actor said on a topic. */
export function successiveHref(address: SuccessiveAddress): string {
  const { topicId, actorId, confirmedOnly, page = 1 } = address;
  const pairs = [
    ...(confirmedOnly ? [["confirmed", "1"]] : []),
    ...(page > 1 ? [["page", String(page)]] : []),
  ];
  const path = `/positions/${encodeURIComponent(topicId)}/${encodeURIComponent(actorId)}`;
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** The query as the fields of a form, in the order of an address. */
export function positionsFields(query: AddressedPositions): [name: string, value: string][] {
  const { topics, actors, on, compare, confirmedOnly } = query;
  const beside = compare && ("day" in compare ? compare.day : compare.actor);
  return [
    ...topics.map((id): [string, string] => ["topic", id]),
    ...actors.map((id): [string, string] => ["actor", id]),
    ...(on ? [["on", on] satisfies [string, string]] : []),
    ...(beside ? [["compare", beside] satisfies [string, string]] : []),
    ...(confirmedOnly ? [["confirmed", "1"] satisfies [string, string]] : []),
  ];
}

/** A date, where it looks like one and is no id; all else is somebody. */
function compareOf(
  written: string,
  dayOf: (words: string) => string | null,
): PositionsQuery["compare"] {
  if (written === "") return null;
  const day = LIKE_A_DATE.test(written) && !ID.test(written) ? dayOf(written) : null;
  return day === null ? { actor: written } : { day };
}

type Limit = { max: number; of: string };

function idsOf(
  given: string | string[] | undefined,
  { max, of }: Limit,
  problems: string[],
): string[] {
  const ids = valuesOf(given, max + 1);
  if (ids.length > max) {
    problems.push(`Only ${max} ${of} fit into the table, so the first ${max} are shown.`);
  }
  return ids.slice(0, max);
}

function slideOf(value: string): number | null {
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}
