import { listPeopleWithCounts } from "#lib/actors/data.ts";
import type { ActorWithCounts } from "#lib/actors/types.ts";
import { getArticleCounts, listLatestArticles } from "#lib/articles/data.ts";
import { addDays } from "#lib/dates/calendar-day.ts";
import { getEventCounts } from "#lib/events/data.ts";
import { listAnniversaries } from "#lib/events/data-anniversaries.ts";
import { listEntries } from "#lib/events/data-entries.ts";
import { listPicturedEvents } from "#lib/events/data-timeline.ts";
import type { ArchiveCounts, PicturedEvent, TimelineEntry } from "#lib/events/types.ts";
import { listStories } from "#lib/stories/data.ts";
import type { StoryLine } from "#lib/stories/types.ts";
import { listLatestStatements } from "#lib/statements/data-ledger.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import { listTopicsWithCounts } from "#lib/topics/data.ts";
import type { TopicWithCounts } from "#lib/topics/types.ts";

const LATEST_LIMIT = 6;
const ANNIVERSARY_LIMIT = 6;
const STATEMENT_LIMIT = 4;
const STORY_LIMIT = 3;
const VOCABULARY_LIMIT = 12;
/** The nearest first. */
const DAYS_AROUND = [0, -1, 1, -2, 2, -3, 3];

export type FrontPage = {
  counts: ArchiveCounts;
  pictured: PicturedEvent[];
  latest: TimelineEntry[];
  /** What fell on this day of the year, then on the days around it. */
  anniversaries: TimelineEntry[];
  /** Who said what last, as far as it is quoted. */
  statements: StatementLine[];
  /** The latest published. */
  stories: StoryLine[];
  /** Those with most articles and events first. */
  topics: TopicWithCounts[];
  people: ActorWithCounts[];
};

/** Everything on the front page, as of `today` (`YYYY-MM-DD`). */
export async function getFrontPage(today: string): Promise<FrontPage> {
  const everything = { lanes: [], topicId: null, from: null, to: null };
  const [counts, pictured, latest, anniversaries, statements, stories, ...used] = await Promise.all(
    [
      getArchiveCounts(),
      listPicturedEvents(everything),
      listLatestEntries(),
      listAnniversaries(
        DAYS_AROUND.map((offset) => addDays(today, offset).slice(5)),
        ANNIVERSARY_LIMIT,
      ),
      listLatestStatements({ kinds: ["direct", "mixed"] }, STATEMENT_LIMIT),
      listStories(STORY_LIMIT),
      listTopicsWithCounts(),
      listPeopleWithCounts(),
    ],
  );
  const [topics, people] = used;
  return {
    counts,
    pictured,
    latest,
    anniversaries,
    statements,
    stories,
    topics: topics.sort(byUse).slice(0, VOCABULARY_LIMIT),
    people: people.sort(byUse).slice(0, VOCABULARY_LIMIT),
  };
}

/** How much the archive holds, and from which day to which. */
export async function getArchiveCounts(): Promise<ArchiveCounts> {
  const [articles, events] = await Promise.all([getArticleCounts(), getEventCounts()]);
  const days = [articles.firstDay, articles.lastDay, events.firstDay, events.lastDay]
    .filter((day) => day !== null)
    .sort();
  return {
    articles: articles.articles,
    events: events.events,
    eventsToVerify: events.toVerify,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  };
}

async function listLatestEntries(): Promise<TimelineEntry[]> {
  const latest = await listLatestArticles(LATEST_LIMIT);
  return await listEntries(latest.map(({ id }) => ({ type: "article", id })));
}

type Counted = { articleCount: number; eventCount: number };

function byUse(a: Counted, b: Counted): number {
  return b.articleCount + b.eventCount - (a.articleCount + a.eventCount);
}
