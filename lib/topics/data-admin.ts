import { database } from "#lib/db/client.ts";
import type { TopicFields } from "#lib/topics/schema.ts";
import type { TopicRef } from "#lib/topics/types.ts";

export type TopicAdminItem = TopicRef & {
  broader: TopicRef | null;
  mergedInto: TopicRef | null;
  iptcId: string | null;
  keywordCount: number;
  /** Of every status, drafts too. */
  articleCount: number;
  eventCount: number;
};

const REF = { select: { id: true, label: true } } as const;

/** Every topic by label, those merged away too. */
export async function listTopicsForAdmin(): Promise<TopicAdminItem[]> {
  const topics = await database.topic.findMany({
    orderBy: { label: "asc" },
    select: {
      ...REF.select,
      broader: REF,
      mergedInto: REF,
      iptcId: true,
      keywords: true,
      _count: { select: { articles: true, events: true } },
    },
  });
  return topics.map(({ keywords, _count, ...topic }) => ({
    ...topic,
    keywordCount: keywords.length,
    articleCount: _count.articles,
    eventCount: _count.events,
  }));
}

export type TopicForAdmin = TopicFields & { id: string; mergedInto: TopicRef | null };

/** One topic as it is edited, or null. */
export function getTopicForAdmin(id: string): Promise<TopicForAdmin | null> {
  return database.topic.findUnique({
    where: { id },
    select: {
      ...REF.select,
      definition: true,
      keywords: true,
      exceptions: true,
      hitsNeeded: true,
      broaderId: true,
      iptcId: true,
      mergedInto: REF,
    },
  });
}
