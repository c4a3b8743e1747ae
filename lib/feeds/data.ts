import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { feedStateOf } from "#lib/feeds/feed-state.ts";
import type { FeedEntryLine, FeedInFull, FeedLine } from "#lib/feeds/types.ts";

export const ENTRY_PAGE_SIZE = 50;
const LATELY_MS = 7 * 24 * 60 * 60_000;

const LINE_SELECT = {
  id: true,
  address: true,
  title: true,
  lastPolledAt: true,
  nextPollAt: true,
  failures: true,
  lastError: true,
  pausedAt: true,
  pausedReason: true,
  removedAt: true,
  outlet: { select: { id: true, name: true } },
} satisfies Prisma.FeedSelect;

const FULL_SELECT = {
  ...LINE_SELECT,
  intervalMinutes: true,
  fetchesFullText: true,
  rights: true,
  publishesItself: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  topics: { select: { topicId: true } },
  _count: { select: { entries: true } },
} satisfies Prisma.FeedSelect;

/** Every feed by name, those removed too. */
export async function listFeeds(): Promise<FeedLine[]> {
  const [rows, counts] = await Promise.all([
    database.feed.findMany({ select: LINE_SELECT, orderBy: [{ title: "asc" }, { id: "asc" }] }),
    countNewEntries(),
  ]);
  return rows.map((row) => toLine(row, counts.get(row.id)));
}

/** All about a feed but its entries; null where there is none. */
export async function getFeed(id: string): Promise<FeedInFull | null> {
  const row = await database.feed.findUnique({ where: { id }, select: FULL_SELECT });
  if (!row) return null;
  const { intervalMinutes, fetchesFullText, rights, publishesItself, topics, ...rest } = row;
  const { createdAt, createdBy, _count, ...line } = rest;
  const { title, outlet } = line;
  const settings = { intervalMinutes, fetchesFullText, rights, publishesItself };
  const topicIds = topics.map(({ topicId }) => topicId);
  return {
    ...toLine(line, (await countNewEntries(id)).get(id)),
    fields: { title, outletId: outlet?.id ?? null, ...settings, topicIds },
    createdAt,
    createdBy: createdBy?.name ?? null,
    entryCount: _count.entries,
  };
}

/** One page of what became of a feed's entries, those taken in last first. */
export async function listFeedEntries(feedId: string, page: number): Promise<FeedEntryLine[]> {
  const rows = await database.feedEntry.findMany({
    where: { feedId },
    select: {
      identity: true,
      headline: true,
      address: true,
      outcome: true,
      message: true,
      firstSeenAt: true,
      takenAt: true,
      article: { select: { id: true, status: true, deletedAt: true } },
    },
    orderBy: [{ takenAt: "desc" }, { identity: "asc" }],
    skip: (page - 1) * ENTRY_PAGE_SIZE,
    take: ENTRY_PAGE_SIZE,
  });
  return rows.map(({ article, ...row }) => ({
    ...row,
    article: article && {
      id: article.id,
      status: article.status,
      inBin: article.deletedAt !== null,
    },
  }));
}

async function countNewEntries(feedId?: string): Promise<Map<string, number>> {
  const groups = await database.feedEntry.groupBy({
    by: ["feedId"],
    where: { ...(feedId && { feedId }), firstSeenAt: { gt: new Date(Date.now() - LATELY_MS) } },
    _count: { _all: true },
  });
  return new Map(groups.map((group) => [group.feedId, group._count._all]));
}

type LineRow = Prisma.FeedGetPayload<{ select: typeof LINE_SELECT }>;

function toLine(row: LineRow, newEntries = 0): FeedLine {
  return { ...row, state: feedStateOf(row), newEntries };
}
