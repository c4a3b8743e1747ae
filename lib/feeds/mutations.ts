/** What people do to a feed; the polling itself is `poll-feed.ts`. */
import { database } from "#lib/db/client.ts";
import { endOfKeeping, KEPT_AFTER_REMOVAL_DAYS, SYSTEM } from "#lib/db/kept-removed.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { pollFeedJob } from "#lib/feeds/job.ts";
import type { FeedFields } from "#lib/feeds/schema.ts";
import { describeTaken } from "#lib/feeds/taken-address.ts";
import { wakeWorker } from "#lib/jobs/send.ts";

const UNIQUE_VIOLATION = "P2002";

/**
 * Follows a feed from now on, and returns its id. Throws `AppError` "invalid_input" where it is followed
 * already, or was removed and can be followed again.
 */
export async function addFeed(address: string, fields: FeedFields, actor: Actor): Promise<string> {
  const id = await writeWithAudit(actor, async (tx, record) => {
    const taken = await tx.feed.findUnique({ where: { address }, select: TAKEN_SELECT });
    if (taken) throw alreadyFollowed(taken);
    const { topicIds, ...columns } = fields;
    const topics = { create: topicIds.map((topicId) => ({ topicId })) };
    const data = { address, ...columns, nextPollAt: new Date(), createdById: actor.userId, topics };
    const feed = await tx.feed.create({ data, select: { id: true } });
    const details = { address, ...fields };
    record({ action: "feed.add", subject: "feed", subjectId: feed.id, details });
    return feed.id;
  }).catch((error: unknown) => {
    // Somebody else followed it in this moment.
    const isTaken =
      error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
    throw isTaken ? alreadyFollowed({ title: address, removedAt: null }) : error;
  });
  await wakeWorker(pollFeedJob, { feedId: id });
  return id;
}

/** Changes how a feed is followed. Throws `AppError` "not_found", "conflict" where it is removed. */
export async function editFeed(id: string, fields: FeedFields, actor: Actor): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const before = await tx.feed.findUnique({ where: { id }, select: FIELDS_SELECT });
    if (!before) throw notThere();
    const { topicIds, ...columns } = fields;
    const { count } = await tx.feed.updateMany({ where: { id, removedAt: null }, data: columns });
    if (count === 0) throw new AppError("conflict", "It is no longer followed.");
    // Where it is to be polled more often, not only after the pause that was foreseen.
    const { intervalMinutes } = fields;
    await tx.$executeRaw`
      UPDATE feeds SET next_poll_at = least(next_poll_at,
        coalesce(last_polled_at, now()) + make_interval(mins => ${intervalMinutes}::int))
      WHERE id = ${id}::uuid AND failures = 0 AND ${intervalMinutes}::int < ${before.intervalMinutes}::int`;
    await tx.feedTopic.deleteMany({ where: { feedId: id } });
    await tx.feedTopic.createMany({ data: topicIds.map((topicId) => ({ feedId: id, topicId })) });
    const { topics, ...rest } = before;
    const details = { before: { ...rest, topicIds: topics.map(({ topicId }) => topicId) } };
    record({ action: "feed.edit", subject: "feed", subjectId: id, details });
  });
}

/** Has a feed polled now, whatever its schedule. Throws `AppError` "conflict" where it is paused. */
export async function askForPoll(id: string, actor: Actor): Promise<void> {
  await changeFeed(id, actor, {
    action: "feed.poll",
    where: { pausedAt: null, removedAt: null },
    refusal: "It is paused. Resume it, and it is polled.",
    data: { nextPollAt: new Date() },
  });
  await wakeWorker(pollFeedJob, { feedId: id });
}

/** Polls a feed no more until `resumeFeed`; an entry under way is the last. Throws `AppError` "conflict". */
export async function pauseFeed(id: string, actor: Actor): Promise<void> {
  await changeFeed(id, actor, {
    action: "feed.pause",
    where: { pausedAt: null, removedAt: null },
    refusal: "It is paused already.",
    data: { pausedAt: new Date(), pausedReason: null },
  });
}

/** Polls a paused feed at once and then as before. Throws `AppError` "conflict". */
export async function resumeFeed(id: string, actor: Actor): Promise<void> {
  await changeFeed(id, actor, {
    action: "feed.resume",
    where: { pausedAt: { not: null }, removedAt: null },
    refusal: "It is not paused.",
    data: { ...FRESH_START, nextPollAt: new Date() },
  });
  await wakeWorker(pollFeedJob, { feedId: id });
}

/** Follows a feed no more; for 30 days it can be followed again. Its articles stay. Throws `AppError` "conflict". */
export async function removeFeed(id: string, actor: Actor): Promise<void> {
  await changeFeed(id, actor, {
    action: "feed.remove",
    where: { removedAt: null },
    refusal: "It is removed already.",
    data: { removedAt: new Date() },
  });
}

/** Follows a removed feed again. Throws `AppError` "conflict". */
export async function restoreFeed(id: string, actor: Actor): Promise<void> {
  await changeFeed(id, actor, {
    action: "feed.restore",
    where: { removedAt: { not: null } },
    refusal: "It is followed already.",
    data: { removedAt: null, nextPollAt: new Date() },
  });
  await wakeWorker(pollFeedJob, { feedId: id });
}

/** Forgets for good what was removed longer ago than `olderThanDays`; returns how many feeds. */
export async function purgeRemovedFeeds(olderThanDays = KEPT_AFTER_REMOVAL_DAYS): Promise<number> {
  const cutoff = endOfKeeping(olderThanDays);
  const where = { removedAt: { lt: cutoff } };
  const due = await database.feed.findMany({ where, select: { id: true, address: true } });
  for (const { id, address } of due) {
    await writeWithAudit(SYSTEM, async (tx, record) => {
      const { count } = await tx.feed.deleteMany({ where: { id, ...where } });
      const entry = { subject: "feed", subjectId: id, details: { address } };
      if (count > 0) record({ action: "feed.purge", ...entry });
    });
  }
  return due.length;
}

const FRESH_START = { pausedAt: null, pausedReason: null, failures: 0, lastError: null } as const;
const TAKEN_SELECT = { title: true, removedAt: true } as const;
const FIELDS_SELECT = {
  title: true,
  outletId: true,
  intervalMinutes: true,
  fetchesFullText: true,
  rights: true,
  publishesItself: true,
  topics: { select: { topicId: true } },
} as const;

type Change = {
  action: string;
  where: Prisma.FeedWhereInput;
  /** Where the feed is not like that. */
  refusal: string;
  data: Prisma.FeedUpdateManyMutationInput;
};

async function changeFeed(id: string, actor: Actor, change: Change): Promise<void> {
  const { action, where, refusal, data } = change;
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.feed.updateMany({ where: { id, ...where }, data });
    if (count === 0) {
      const feed = await tx.feed.findUnique({ where: { id }, select: { id: true } });
      throw feed ? new AppError("conflict", refusal) : notThere();
    }
    record({ action, subject: "feed", subjectId: id });
  });
}

function alreadyFollowed(taken: Parameters<typeof describeTaken>[0]): AppError {
  const message = describeTaken(taken);
  return new AppError("invalid_input", message, { details: { fields: { address: message } } });
}

function notThere(): AppError {
  return new AppError("not_found", "There is no such feed.");
}
