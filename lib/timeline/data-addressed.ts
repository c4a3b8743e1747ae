/** Timelines that leave their page: as files, and in other sites' frames. */
import { listTimelineEvents } from "#lib/timeline/data-events.ts";
import { listTimelineEntries } from "#lib/timeline/data-list.ts";
import { getPictureData } from "#lib/timeline/data-picture.ts";
import { narrowingInWords } from "#lib/timeline/narrowing-words.ts";
import { fromParameters, timelineHref, type TimelineQuery } from "#lib/timeline/timeline-query.ts";
import type { PictureData, TimelineLine } from "#lib/timeline/types.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

/** As many as somebody scrolls through in a frame; the rest is a link away. */
const SHOWN = 40;

export type EmbeddedTimeline = {
  /** What it is narrowed to; "" where it is everything. */
  words: string;
  entries: TimelineLine[];
  total: number;
  picture: PictureData | null;
};

/** The events of a timeline as they stand in another site's frame. */
export async function getEmbeddedTimeline(query: TimelineQuery): Promise<EmbeddedTimeline> {
  const { topicId } = query.narrowing;
  const events = { ...query, narrowing: { ...query.narrowing, show: ["events" as const] } };
  const [{ entries, total }, picture, topics] = await Promise.all([
    listTimelineEntries(events, { page: 1, pageSize: SHOWN, order: query.order }),
    getPictureData(events),
    topicId === null ? [] : listTopicRefs(),
  ]);
  const words = narrowingInWords(query, topics.find(({ id }) => id === topicId)?.label ?? null);
  return { words, entries, total, picture };
}

/**
 * The ids of the events that the query of a timeline's address means, in order of time, with the path
 * of that timeline and what of the query could not be understood.
 */
export async function listAddressedEventIds(
  parameters: URLSearchParams,
  today: string,
): Promise<{ ids: string[]; path: string; problems: string[] }> {
  const { narrowing, window, written, problems } = fromParameters(parameters, today);
  const from = window.from ?? -Infinity;
  const to = window.to ?? Infinity;
  const events = await listTimelineEvents(narrowing);
  const ids = events.flatMap((each) => (each.from < to && each.to > from ? [each.event.id] : []));
  const path = timelineHref(written, { order: "newest" });
  return { ids, path, problems };
}
