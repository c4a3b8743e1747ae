/** What a poll writes: each entry in one transaction with its article, then how the poll ended. */
import {
  archiveOriginals,
  type ArchivedOriginal,
  type IncomingOriginal,
} from "#lib/articles/mutations-ingest.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { FeedItem } from "#lib/feeds/entry-identity.ts";
import { renewLease, type FeedRun } from "#lib/feeds/mutations-lease.ts";
import { describeMoveTo } from "#lib/feeds/taken-address.ts";
import type { Validators } from "#lib/http/fetch-outside.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import { toColumnText } from "#lib/text/clean.ts";

const MAX_TEXT_CHARACTERS = 1_000;
const MAX_ADDRESS_CHARACTERS = 4_000;

/** In place of an entry's hash, which is never this: it is taken again at the next poll. */
const TO_BE_TAKEN_AGAIN = "";

export type SeenEntry = { sha256: string; wordsSha256: string | null };

/** What is known of these entries from earlier polls, by identity. */
export async function listSeen(
  feedId: string,
  identities: readonly string[],
): Promise<Map<string, SeenEntry>> {
  const rows = await database.feedEntry.findMany({
    where: { feedId, identity: { in: [...identities] } },
    select: { identity: true, sha256: true, wordsSha256: true },
  });
  return new Map(rows.map(({ identity, ...seen }) => [identity, seen]));
}

type Taken = FeedItem & {
  wordsSha256: string;
  incoming: IncomingOriginal;
  /** What else is to be known of it. */
  note: string | null;
};

/** Archives an entry and notes what became of it, both or neither. Throws `LeaseLost`. */
export async function storeEntry(run: FeedRun, taken: Taken, gazetteer: Gazetteer): Promise<void> {
  await archiveOriginals([taken.incoming], run.actor, gazetteer, {
    alongside: async (tx, [archived]) => {
      await renewLease(run, tx);
      const { wordsSha256 } = taken;
      await writeEntry(tx, run, taken, { wordsSha256, ...toOutcome(archived, taken.note) });
    },
  });
}

/**
 * Notes that an entry cannot be archived, and why; with `isRetried`, that it is taken again at the next
 * poll as well. What is known of it from earlier polls stays. Throws `LeaseLost`.
 */
export async function noteFailedEntry(
  run: FeedRun,
  entry: FeedItem,
  { message, isRetried }: { message: string; isRetried: boolean },
): Promise<void> {
  const failed = isRetried ? { ...entry, sha256: TO_BE_TAKEN_AGAIN } : entry;
  await database.$transaction(async (tx) => {
    await renewLease(run, tx);
    await writeEntry(tx, run, failed, { outcome: "failed", message });
  });
}

/** Notes that an entry is written down in another way than before, and says the same. */
export async function noteSameWords(run: FeedRun, { identity, sha256 }: FeedItem): Promise<void> {
  await database.feedEntry.updateMany({ where: { feedId: run.id, identity }, data: { sha256 } });
}

type Outcome = Pick<
  Prisma.FeedEntryUncheckedCreateInput,
  "outcome" | "message" | "headline" | "articleId" | "wordsSha256"
>;

function toOutcome(
  archived: ArchivedOriginal | AppError | undefined,
  note: string | null,
): Outcome {
  if (!archived || archived instanceof AppError)
    return { outcome: "failed", message: archived?.message ?? "It could not be read." };
  const { articleId, created, inBin, draft } = archived;
  const headline = draft.headline?.value ?? null;
  const message = inBin ? "The article is in the bin." : note;
  return { outcome: created ? "stored" : "known", message, headline, articleId };
}

async function writeEntry(
  tx: Transaction,
  { id: feedId }: FeedRun,
  { identity, sha256, address }: FeedItem,
  { message, headline, articleId, wordsSha256 = null, outcome }: Outcome,
): Promise<void> {
  const data = {
    ...{ sha256, wordsSha256, outcome, articleId },
    address: address && toColumnText(address, MAX_ADDRESS_CHARACTERS),
    headline: headline && toColumnText(headline, MAX_TEXT_CHARACTERS),
    message: message && toColumnText(message, MAX_TEXT_CHARACTERS),
  };
  await tx.feedEntry.upsert({
    where: { feedId_identity: { feedId, identity } },
    create: { feedId, identity, ...data },
    update: { ...data, ...(sha256 !== TO_BE_TAKEN_AGAIN && { takenAt: new Date() }) },
    select: { feedId: true },
  });
}

type Success = Validators & {
  now: Date;
  nextPollAt: Date;
  /** Where the site says that the feed stands from now on. */
  movedTo: string | null;
};

/**
 * Notes that a poll ended well. A feed that has moved is followed at its new address; where another
 * feed is followed there, this one is paused.
 */
export async function noteSuccess(run: FeedRun, success: Success): Promise<void> {
  const { now, nextPollAt, movedTo, etag, lastModified } = success;
  const data = { etag, lastModified, nextPollAt, lastPolledAt: now, failures: 0, lastError: null };
  const where = { id: run.id, leaseToken: run.token };
  if (!movedTo || movedTo === run.address) {
    await database.feed.updateMany({ where, data });
    return;
  }
  const other = await database.feed.findUnique({
    where: { address: movedTo },
    select: { title: true, removedAt: true },
  });
  const reason = other && toColumnText(describeMoveTo(movedTo, other), MAX_ADDRESS_CHARACTERS);
  const change = reason ? { pausedAt: now, pausedReason: reason } : { address: movedTo };
  await writeWithAudit(run.actor, async (tx, record) => {
    const { count } = await tx.feed.updateMany({ where, data: { ...data, ...change } });
    if (count === 0) return;
    const details = { from: run.address, to: movedTo, ...(reason && { because: reason }) };
    record({ action: reason ? "feed.pause" : "feed.move", ...subjectOf(run), details });
  });
}

type Failure = { now: Date; nextPollAt: Date; message: string; isGone: boolean };

/** Notes that a poll failed, and why; a feed that is gone for good is paused. */
export async function noteFailure(run: FeedRun, failure: Failure): Promise<void> {
  const { now, nextPollAt, isGone } = failure;
  const lastError = toColumnText(failure.message, MAX_TEXT_CHARACTERS);
  const where = { id: run.id, leaseToken: run.token };
  const data = { nextPollAt, lastPolledAt: now, failures: run.failures + 1, lastError };
  if (!isGone) {
    await database.feed.updateMany({ where, data });
    return;
  }
  await writeWithAudit(run.actor, async (tx, record) => {
    const gone = { ...data, pausedAt: now, pausedReason: lastError };
    const { count } = await tx.feed.updateMany({ where, data: gone });
    const details = { because: lastError };
    if (count > 0) record({ action: "feed.pause", ...subjectOf(run), details });
  });
}

function subjectOf({ id }: FeedRun) {
  return { subject: "feed", subjectId: id };
}
