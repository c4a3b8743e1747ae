import { listEntries } from "#lib/events/data-entries.ts";
import { listEventIds, listPicturedEvents } from "#lib/events/data-timeline.ts";
import { timelineInWords } from "#lib/events/timeline-words.ts";
import type { TimelineQuery } from "#lib/events/timeline-query.ts";
import type { PicturedEvent, TimelineEntry } from "#lib/events/types.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

/** As many as somebody scrolls through in a frame; the rest is a link away. */
const SHOWN = 40;

export type EmbeddedTimeline = {
  /** What it is narrowed to; "" where it is everything. */
  words: string;
  entries: TimelineEntry[];
  total: number;
  pictured: PicturedEvent[];
};

/** The events of a timeline as they stand in another site's frame. */
export async function getEmbeddedTimeline({
  filter,
  order,
}: Pick<TimelineQuery, "filter" | "order">): Promise<EmbeddedTimeline> {
  const [ids, pictured, topics] = await Promise.all([
    listEventIds(filter),
    listPicturedEvents(filter),
    filter.topicId === null ? [] : listTopicRefs(),
  ]);
  const shown = (order === "newest" ? ids.toReversed() : ids).slice(0, SHOWN);
  return {
    words: timelineInWords(filter, topics.find(({ id }) => id === filter.topicId)?.label ?? null),
    entries: await listEntries(shown.map((id) => ({ type: "event", id }))),
    total: ids.length,
    pictured,
  };
}
