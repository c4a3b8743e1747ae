import { listPicturedEvents, listTimeline, listYearCounts } from "#lib/events/data-timeline.ts";
import type { TimelineQuery } from "#lib/events/timeline-query.ts";
import type { PicturedEvent, TimelineEntry, YearCount } from "#lib/events/types.ts";
import { listTopicRefs } from "#lib/topics/data.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** Keeps a page of the timeline under 60 kB compressed. */
const PAGE_SIZE = 60;

export type TimelineView = {
  entries: TimelineEntry[];
  total: number;
  pageCount: number;
  pictured: PicturedEvent[];
  years: YearCount[];
  topics: TopicRef[];
};

/** Everything on one page of the timeline. */
export async function getTimelineView(query: TimelineQuery): Promise<TimelineView> {
  const { filter, order, page } = query;
  const [{ entries, total }, pictured, years, topics] = await Promise.all([
    listTimeline(filter, { page, pageSize: PAGE_SIZE, order }),
    listPicturedEvents(filter),
    listYearCounts(filter),
    listTopicRefs(),
  ]);
  return { entries, total, pageCount: Math.ceil(total / PAGE_SIZE), pictured, years, topics };
}
