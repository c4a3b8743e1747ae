/** Who polls a feed: one at a time, and of the feeds on one host one at a time. */
import { holdLock } from "#lib/db/advisory-lock.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isHeld, LeaseLost } from "#lib/db/session-mark.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import type { ArrivalRules } from "#lib/articles/mutations-draft.ts";
import { toColumnText } from "#lib/text/clean.ts";

/** A worker renews with each entry, which takes two fetches at most. */
const LEASE_SECONDS = 120;
const TAKE_LOCK = "feeds";
const LONGEST_AGENT_CHARACTERS = 120;

/** A feed that this process polls; nobody else does while it holds. */
export type FeedRun = {
  id: string;
  token: string;
  address: string;
  title: string;
  intervalMinutes: number;
  fetchesFullText: boolean;
  etag: string | null;
  lastModified: string | null;
  /** In a row, before this poll. */
  failures: number;
  outletName: string | null;
  rules: ArrivalRules;
  actor: Actor;
};

type RunRow = Omit<FeedRun, "token" | "rules" | "actor"> & {
  rights: ArrivalRules["rights"] | null;
  publishesItself: boolean | null;
  topicIds: string[];
};

/** `feeds` that are to be polled by `now`, and that nobody polls, nor another on the same host. */
const isDue = (now: Date) => Prisma.sql`
  feeds.paused_at IS NULL AND feeds.removed_at IS NULL AND feeds.next_poll_at <= ${now}
  AND NOT EXISTS (
    SELECT 1 FROM feeds AS held
    WHERE split_part(held.address, '/', 3) = split_part(feeds.address, '/', 3)
      AND ${isHeld("held")})`;

/** Takes a feed that is due. Null: it is not, or somebody has it or another on its host. */
export async function takeFeed(id: string, session: string, now: Date): Promise<FeedRun | null> {
  const token = crypto.randomUUID();
  const [row] = await database.$transaction(async (tx) => {
    await holdLock(tx, TAKE_LOCK);
    return await tx.$queryRaw<RunRow[]>`
      UPDATE feeds SET lease_token = ${token}::uuid, lease_session = ${session},
        lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
      WHERE id = ${id}::uuid AND ${isDue(now)}
      RETURNING id, address, title, interval_minutes AS "intervalMinutes",
        fetches_full_text AS "fetchesFullText", etag, last_modified AS "lastModified", failures,
        rights::text AS rights, publishes_itself AS "publishesItself",
        (SELECT coalesce(target.name, own.name)
         FROM outlets AS own LEFT JOIN outlets AS target ON target.id = own.merged_into_id
         WHERE own.id = outlet_id) AS "outletName",
        ARRAY(
          SELECT DISTINCT coalesce(merged_into_id, topics.id)
          FROM feed_topics JOIN topics ON topics.id = topic_id WHERE feed_id = feeds.id
        ) AS "topicIds"`;
  });
  if (!row) return null;
  const { rights, publishesItself, topicIds, ...run } = row;
  const rules = {
    topicIds,
    ...(rights !== null && { rights }),
    ...(publishesItself !== null && { publishesItself }),
  };
  const agent = toColumnText(`feed ${run.title}`, LONGEST_AGENT_CHARACTERS);
  return { ...run, token, rules, actor: { userId: null, agent } };
}

/** Feeds that are due and that nobody polls. */
export async function listDueFeeds(now = new Date()): Promise<{ feedId: string }[]> {
  return await database.$queryRaw<{ feedId: string }[]>`
    SELECT id AS "feedId" FROM feeds WHERE ${isDue(now)} ORDER BY next_poll_at`;
}

/**
 * Holds on to a feed. In a transaction nobody can take it over before that ends: what is written in it
 * is written once. Throws `LeaseLost`, also where the feed was paused or removed meanwhile.
 */
export async function renewLease(
  { id, token }: Pick<FeedRun, "id" | "token">,
  tx: Transaction = database,
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE feeds SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${id}::uuid AND lease_token = ${token}::uuid
      AND paused_at IS NULL AND removed_at IS NULL`;
  if (count === 0) throw new LeaseLost();
}

/** Lets go of a feed, so that whoever comes next need not wait. */
export async function releaseLease({ id, token }: Pick<FeedRun, "id" | "token">): Promise<void> {
  await database.feed.updateMany({
    where: { id, leaseToken: token },
    data: { leaseToken: null, leaseUntil: null, leaseSession: null },
  });
}
