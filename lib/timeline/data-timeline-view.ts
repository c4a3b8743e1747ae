import { today } from "#lib/dates/today.ts";
import type { Coverage } from "#lib/search/types-coverage.ts";
import { getArticleCoverage } from "#lib/search/data-article-days.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { listEventPeople } from "#lib/events/data-event-index.ts";
import { listOutletsWithCounts } from "#lib/outlets/data.ts";
import { articleFilter, getPictureData } from "#lib/timeline/data-picture.ts";
import { listTimelineEntries } from "#lib/timeline/data-list.ts";
import { daysOf, type TimelineQuery } from "#lib/timeline/timeline-query.ts";
import type { PictureData, TimelineLine } from "#lib/timeline/types.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

/** Keeps a page of the timeline under 60 kB compressed. */
const PAGE_SIZE = 40;
/** A choice of more is no choice; others are reached from their own page. */
const PEOPLE_LIMIT = 60;

export type Choice = { id: string; label: string };

export type TimelineView = {
  entries: TimelineLine[];
  total: number;
  pageCount: number;
  picture: PictureData | null;
  /** Of its articles. */
  coverage: Coverage;
  choices: { topics: Choice[]; people: Choice[]; outlets: Choice[] };
};

const listChoices = keptUntilChange("timeline-choices", 1, async (_all: "all") => {
  const [topics, people, outlets] = await Promise.all([
    listTopicRefs(),
    listEventPeople(PEOPLE_LIMIT),
    listOutletsWithCounts(),
  ]);
  const byName = people
    .map(({ id, name }) => ({ id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
  return {
    topics: topics.map(({ id, label }) => ({ id, label })),
    people: byName,
    outlets: outlets.map(({ slug, name }) => ({ id: slug, label: name })),
  };
});

/** Everything on one page of the timeline. */
export async function getTimelineView(query: TimelineQuery): Promise<TimelineView> {
  const { order, page } = query;
  const days = { ...daysOf(query.window), today: today() };
  const [{ entries, total }, picture, choices, coverage] = await Promise.all([
    listTimelineEntries(query, { page, pageSize: PAGE_SIZE, order }),
    getPictureData(query),
    listChoices("all"),
    getArticleCoverage({ filter: articleFilter(query.narrowing), days }),
  ]);
  return { entries, total, pageCount: Math.ceil(total / PAGE_SIZE), picture, choices, coverage };
}
