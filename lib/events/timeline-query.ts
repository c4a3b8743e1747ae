import type { z } from "zod";
import { parseDateRange } from "#lib/dates/parse-reader-date.ts";
import { timelineParametersSchema } from "#lib/events/schema.ts";
import type { TimelineFilter, TimelineOrder } from "#lib/events/types.ts";

export type SearchParameters = Record<string, string | string[] | undefined>;
type TimelineParameters = z.infer<typeof timelineParametersSchema>;

export type TimelineQuery = {
  filter: TimelineFilter;
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
  const from = read(written.from)?.from ?? null;
  const to = read(written.to)?.to ?? null;
  if (from && to && from > to) problems.push("The first day is after the last.");
  return {
    filter: { lanes: written.lane, topicId: written.topic || null, from, to },
    order: written.order,
    page: written.page,
    written,
    problems,
  };
}

/** The timeline that the query of an address asks for, such as that of one of its files. */
export function timelineOfAddress(parameters: URLSearchParams, today: string): TimelineQuery {
  const pairs = [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]);
  return parseTimelineQuery(Object.fromEntries(pairs) as SearchParameters, today);
}

/** The address of a timeline: what is written with `changes` made to it. Changing turns to page 1. */
export function timelineHref(
  written: TimelineParameters,
  changes: Partial<TimelineParameters> = {},
): string {
  const { lane, topic, from, to, order, page } = { ...written, page: 1, ...changes };
  const query = new URLSearchParams(lane.map((id) => ["lane", id]));
  for (const [name, value] of Object.entries({ topic, from, to })) {
    if (value) query.set(name, value);
  }
  if (order !== "newest") query.set("order", order);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/timeline?${query}` : "/timeline";
}
