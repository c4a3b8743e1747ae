import { addDays } from "#lib/dates/calendar-day.ts";
import { parseDateRange } from "#lib/dates/parse-reader-date.ts";
import type { EventKind, LaneId } from "#lib/events/schema.ts";
import type { TimelineOrder } from "#lib/events/types.ts";
import {
  DEFAULT_SHOWN,
  readTime,
  timelineParametersSchema,
  type Shown,
  type TimelineParameters,
} from "#lib/timeline/schema.ts";
import { dayOf, toTime } from "#lib/timeline/time-units.ts";
import type { TimeSpan } from "#lib/timeline/types.ts";
import { windowParameters } from "#lib/timeline/view-window.ts";

/** Whole dates do not depend on it. */
const ANY_DAY = "2000-01-01";

export type SearchParameters = Record<string, string | string[] | undefined>;

/** Which entries are meant, whenever they were: those that meet every condition given; of lanes, any. */
export type TimelineNarrowing = {
  show: Shown[];
  lanes: LaneId[];
  topicId: string | null;
  actorId: string | null;
  /** Of events; none: all. */
  kinds: EventKind[];
  outletSlug: string | null;
  text: string;
  /** Only what the archive held by the end of that day (`YYYY-MM-DD`, UTC). */
  knownOn: string | null;
};

export type TimelineQuery = {
  narrowing: TimelineNarrowing;
  /** What is asked for of time; null where that side is open. */
  window: { from: number | null; to: number | null };
  order: TimelineOrder;
  /** From 1. */
  page: number;
  /** What the reader wrote, to be shown again in the form. */
  written: TimelineParameters;
  /** What could not be understood, in words for the reader. */
  problems: string[];
};

/**
 * The timeline that an address asks for. Never throws: a date that cannot be read is left out of
 * the filter and named in `problems`. `today` is what "last month" counts from.
 */
export function parseTimelineQuery(parameters: SearchParameters, today: string): TimelineQuery {
  const written = timelineParametersSchema.parse(parameters);
  const problems: string[] = [];
  const read = (words: string) => {
    const range = words ? parseDateRange(words, today) : null;
    if (words && !range) problems.push(`“${words}” is not a date that can be read here.`);
    return range;
  };
  const edge = (words: string, end: "from" | "to") => {
    const time = readTime(words);
    if (time !== null) return time;
    const day = read(words)?.[end];
    return day === undefined ? null : toTime(day) + (end === "to" ? 1 : 0);
  };
  const window = { from: edge(written.from, "from"), to: edge(written.to, "to") };
  if (window.from !== null && window.to !== null && window.from >= window.to)
    problems.push("The first day is after the last.");
  return {
    narrowing: {
      show: written.show,
      lanes: written.lane,
      topicId: written.topic || null,
      actorId: written.person || null,
      kinds: written.kind,
      outletSlug: written.outlet || null,
      text: written.q,
      knownOn: read(written.known)?.to ?? null,
    },
    window,
    order: written.order,
    page: written.page,
    written,
    problems,
  };
}

/** The timeline that checked parameters of the API ask for; their dates are whole ones. */
export function fromApiQuery(
  given: Record<string, string | string[] | null | undefined>,
): TimelineQuery {
  const pairs = Object.entries(given).map(([name, value]) => [name, value ?? undefined]);
  return parseTimelineQuery(Object.fromEntries(pairs) as SearchParameters, ANY_DAY);
}

/** The timeline that the address of one of its files asks for. */
export function fromAddress(address: string, today: string): TimelineQuery {
  return fromParameters(new URL(address).searchParams, today);
}

/** The timeline that the query of an address asks for. */
export function fromParameters(parameters: URLSearchParams, today: string): TimelineQuery {
  const pairs = [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]);
  return parseTimelineQuery(Object.fromEntries(pairs) as SearchParameters, today);
}

/** The first and last day that a window touches; null where that side is open. */
export function daysOf({ from, to }: TimelineQuery["window"]): {
  from: string | null;
  to: string | null;
} {
  return {
    from: from === null ? null : dayOf(from),
    to: to === null ? null : dayOf(Number.isInteger(to) ? to - 1 : to),
  };
}

/** The first instant at which what was archived came too late to be known on a day; in milliseconds. */
export function knownBefore({ knownOn }: Pick<TimelineNarrowing, "knownOn">): number | null {
  return knownOn === null ? null : Date.parse(`${addDays(knownOn, 1)}T00:00:00Z`);
}

/** The address of a timeline: what is written with `changes` made to it. Changing turns to page 1. */
export function timelineHref(
  written: TimelineParameters,
  changes: Partial<TimelineParameters> = {},
  path = "/timeline",
): string {
  const pairs = timelinePairs({ ...written, page: 1, ...changes });
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** The address of the same timeline in another window. */
export function windowHref(written: TimelineParameters, window: TimeSpan): string {
  return timelineHref(written, windowParameters(window));
}

/** What is not said is left out. */
export function timelinePairs(parameters: TimelineParameters): [string, string][] {
  const { show, lane, kind, topic, person, outlet, q, known, from, to, order, page } = parameters;
  const isDefault = show.join() === DEFAULT_SHOWN.join();
  const single = { topic, person, outlet, q, known, from, to };
  return [
    ...(isDefault ? [] : show.map((what): [string, string] => ["show", what])),
    ...lane.map((id): [string, string] => ["lane", id]),
    ...kind.map((id): [string, string] => ["kind", id]),
    ...Object.entries(single).filter(([, value]) => value !== ""),
    ...(order === "newest" ? [] : [["order", order] satisfies [string, string]]),
    ...(page > 1 ? [["page", String(page)] satisfies [string, string]] : []),
  ];
}
