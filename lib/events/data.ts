import { PUBLISHED } from "#lib/articles/data.ts";
import { OFFICES, officesThroughout } from "#lib/articles/data-offices.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { EVENT_ENTRY_SELECT, listArticleEntries, toEventEntry } from "#lib/events/data-entries.ts";
import type { EventCounts, EventDetails, SourcePublisher } from "#lib/events/types.ts";

const RELATION_ORDER = { startsOn: "asc" } as const;

const EVENT_SELECT = {
  ...EVENT_ENTRY_SELECT,
  latitude: true,
  longitude: true,
  facts: true,
  importance: true,
  lift: true,
  updatedAt: true,
  participants: {
    select: {
      actorId: true,
      role: true,
      actor: { select: { name: true, kind: true, country: true, offices: OFFICES } },
    },
    orderBy: { position: "asc" },
  },
  sources: {
    select: { publisher: true, title: true, url: true, stateMedia: true },
    orderBy: { position: "asc" },
  },
  topics: {
    select: { topic: { select: { id: true, label: true } } },
    orderBy: { topic: { label: "asc" } },
  },
  relatedTo: {
    select: { related: { select: EVENT_ENTRY_SELECT } },
    orderBy: { related: RELATION_ORDER },
  },
  relatedFrom: {
    select: { event: { select: EVENT_ENTRY_SELECT } },
    orderBy: { event: RELATION_ORDER },
  },
  articles: { where: { article: PUBLISHED }, select: { articleId: true } },
} satisfies Prisma.EventSelect;

/** An event with everything that stands on its page; null where there is none of this id. */
export async function getEvent(id: string): Promise<EventDetails | null> {
  const row = await database.event.findUnique({ where: { id }, select: EVENT_SELECT });
  if (!row) return null;
  const { relatedTo, relatedFrom, articles, topics, ...event } = row;
  const related = [
    ...relatedTo.map((each) => each.related),
    ...relatedFrom.map((each) => each.event),
  ];
  const distinct = [...new Map(related.map((each) => [each.id, each])).values()];
  const articleEntries = await listArticleEntries(articles.map(({ articleId }) => articleId));
  return {
    ...event,
    ...toEventEntry(event),
    placeCountry: event.placeCountry,
    participants: event.participants.map(({ actorId, role, actor: { offices, ...actor } }) => ({
      ...{ actorId, role, ...actor },
      offices: officesThroughout(
        offices,
        toCalendarDay(event.startsOn),
        toCalendarDay(event.endsOn),
      ),
    })),
    topics: topics.map(({ topic }) => topic),
    related: distinct.map(toEventEntry).sort(byFirstDay),
    articles: articleEntries.sort(byFirstDay),
    updatedAt: event.updatedAt.toISOString(),
  };
}

function byFirstDay(a: { startsOn: string }, b: { startsOn: string }): number {
  return a.startsOn.localeCompare(b.startsOn);
}

/** How many events there are, how many still to be verified, and what time they cover. */
export async function getEventCounts(): Promise<EventCounts> {
  const [{ _count, _min, _max }, toVerify] = await Promise.all([
    database.event.aggregate({ _count: true, _min: { startsOn: true }, _max: { endsOn: true } }),
    database.event.count({ where: { verification: "to_verify" } }),
  ]);
  return {
    events: _count,
    toVerify,
    firstDay: _min.startsOn && toCalendarDay(_min.startsOn),
    lastDay: _max.endsOn && toCalendarDay(_max.endsOn),
  };
}

/** The `limit` publishers that most events rest on, and of how many events. */
export async function listSourcePublishers(limit: number): Promise<SourcePublisher[]> {
  return await database.$queryRaw<SourcePublisher[]>`
    SELECT publisher, count(DISTINCT event_id)::int AS events, bool_or(state_media) AS "stateMedia"
    FROM event_sources GROUP BY publisher
    ORDER BY events DESC, publisher LIMIT ${limit}`;
}
