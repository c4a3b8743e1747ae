import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type {
  Topic,
  TopicEvent,
  TopicLookup,
  TopicRef,
  TopicWithCounts,
} from "#lib/topics/types.ts";

const REF_SELECT = { id: true, label: true };
const NOT_MERGED = { mergedIntoId: null };

/** Every topic in use, by label, with its published articles (suggested or confirmed) and its events. */
export async function listTopicsWithCounts(): Promise<TopicWithCounts[]> {
  // The search row stands for "published", and is narrow enough to count a million of.
  return await database.$queryRaw<TopicWithCounts[]>`
    SELECT topics.id, label, definition, broader_id AS "broaderId",
      coalesce(by_article.count, 0)::int AS "articleCount",
      coalesce(by_event.count, 0)::int AS "eventCount"
    FROM topics
    LEFT JOIN (
      SELECT topic_id, count(*) FROM article_topics JOIN article_search USING (article_id)
      WHERE status <> 'rejected' GROUP BY topic_id
    ) by_article ON by_article.topic_id = topics.id
    LEFT JOIN (
      SELECT topic_id, count(*) FROM event_topics GROUP BY topic_id
    ) by_event ON by_event.topic_id = topics.id
    WHERE merged_into_id IS NULL
    ORDER BY lower(label)`;
}

/** Id and label of every topic in use, by label. */
export async function listTopicRefs(): Promise<TopicRef[]> {
  return await database.topic.findMany({
    where: NOT_MERGED,
    select: REF_SELECT,
    orderBy: { label: "asc" },
  });
}

/** The topic at an address, or the one that it was merged into; null where there never was one. */
export async function getTopic(id: string): Promise<TopicLookup | null> {
  const row = await database.topic.findUnique({
    where: { id },
    select: {
      ...REF_SELECT,
      definition: true,
      iptcId: true,
      mergedIntoId: true,
      broader: { select: REF_SELECT },
      narrower: { where: NOT_MERGED, select: REF_SELECT, orderBy: { label: "asc" } },
    },
  });
  if (!row) return null;
  const { mergedIntoId, ...topic } = row;
  if (mergedIntoId) return { state: "merged", intoId: mergedIntoId };
  return { state: "found", topic: topic satisfies Topic };
}

/** The events on a topic, newest first. */
export async function listTopicEvents(topicId: string): Promise<TopicEvent[]> {
  const rows = await database.event.findMany({
    where: { topics: { some: { topicId } } },
    select: { id: true, title: true, date: true, startsOn: true, verification: true },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, startsOn: toCalendarDay(row.startsOn) }));
}
