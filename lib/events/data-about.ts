import { listActorsWithCounts } from "#lib/actors/data.ts";
import { listSourcePublishers } from "#lib/events/data.ts";
import { getArchiveCounts } from "#lib/events/data-front.ts";
import type { ArchiveCounts, SourcePublisher } from "#lib/events/types.ts";
import { listOutletsWithCounts } from "#lib/outlets/data.ts";
import type { OutletWithCount } from "#lib/outlets/types.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

const PUBLISHER_LIMIT = 12;

export type AboutPage = {
  counts: ArchiveCounts;
  people: number;
  organisations: number;
  topics: number;
  /** Those with most articles first. */
  outlets: OutletWithCount[];
  publishers: SourcePublisher[];
};

/** The figures of the page that says what the archive is. */
export async function getAboutPage(): Promise<AboutPage> {
  const [counts, actors, topics, outlets, publishers] = await Promise.all([
    getArchiveCounts(),
    listActorsWithCounts(),
    listTopicRefs(),
    listOutletsWithCounts(),
    listSourcePublishers(PUBLISHER_LIMIT),
  ]);
  const countOf = (kind: string) => actors.filter((actor) => actor.kind === kind).length;
  return {
    counts,
    people: countOf("person"),
    organisations: countOf("organisation"),
    topics: topics.length,
    outlets: outlets.sort((a, b) => b.articleCount - a.articleCount),
    publishers,
  };
}
