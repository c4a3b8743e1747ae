/** The polling of a feed: it goes on where the tables say that it was, whoever did it until then. */
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { LeaseLost, openSession } from "#lib/db/session-mark.ts";
import { AppError, isDatabaseAway, toAppError } from "#lib/errors.ts";
import { identify, wordsSha256Of, type FeedItem } from "#lib/feeds/entry-identity.ts";
import { originalOf, SiteBusy } from "#lib/feeds/entry-original.ts";
import { describeFault } from "#lib/feeds/feed-fault.ts";
import { releaseLease, takeFeed, type FeedRun } from "#lib/feeds/mutations-lease.ts";
import {
  listSeen,
  noteFailedEntry,
  noteFailure,
  noteSameWords,
  noteSuccess,
  storeEntry,
  type SeenEntry,
} from "#lib/feeds/mutations-poll.ts";
import { MAX_FEED_BYTES, requireFeed } from "#lib/feeds/require-feed.ts";
import { afterFailure, afterSuccess } from "#lib/feeds/schedule.ts";
import { fetchIfChanged, type FetchedPage } from "#lib/http/fetch-outside.ts";
import { inTurn } from "#lib/http/host-turn.ts";
import { draftFromBytes, type FeedDocument, type Gazetteer } from "#lib/ingest/pipeline.ts";
import { log } from "#lib/log.ts";

/** The newest of a feed; who wants all of a longer one imports its file. */
const MAX_ENTRIES = 1_000;
const PAUSE_MS = 2_000;
const GONE = 410;
const FAULT =
  "Something went wrong on our side. Nothing was lost: it is tried again at the next poll. If it happens again and again, tell the archive's operator.";

type Circumstances = {
  now(): Date;
  random(): number;
  /** Between two requests to one host. */
  pauseMs: number;
};

const TODAY: Circumstances = { now: () => new Date(), random: Math.random, pauseMs: PAUSE_MS };

/**
 * Polls a feed that is due, and archives each entry that is new or says something new. Nothing happens
 * where it is not due or somebody else polls it. What goes wrong is noted with the feed; only where
 * the database is away does it throw. Ends soon once `signal` is aborted; the rest is done next time.
 */
export async function pollFeed(
  feedId: string,
  signal: AbortSignal,
  circumstances: Partial<Circumstances> = {},
): Promise<void> {
  const given = { ...TODAY, ...circumstances };
  const session = await openSession();
  try {
    const run = await takeFeed(feedId, session.mark, given.now());
    if (run) await poll(run, { ...given, signal });
  } finally {
    await session.close();
  }
}

type Polling = Circumstances & { signal: AbortSignal };

async function poll(run: FeedRun, polling: Polling): Promise<void> {
  const { pauseMs, signal } = polling;
  try {
    const { page, freshSeconds, ...answer } = await inTurn(hostOf(run), pauseMs, () =>
      fetchIfChanged(run.address, MAX_FEED_BYTES, run, { signal }),
    );
    const feed = page && requireFeed(page);
    const isWhole = !feed || (await takeEntries(run, page, feed, polling));
    const freshMs = Math.max(freshSeconds * 1_000, (feed?.everyMinutes ?? 0) * 60_000);
    const nextPollAt = afterSuccess(scheduleOf(run, polling), freshMs);
    // Without them the feed is read again whole, and with it what is to be taken again.
    const validators = isWhole ? {} : { etag: null, lastModified: null };
    await noteSuccess(run, { ...answer, ...validators, now: polling.now(), nextPollAt });
  } catch (error) {
    if (error instanceof LeaseLost || signal.aborted) return;
    if (isOurDatabaseAway(error)) throw error;
    await fail(run, toAppError(error), polling);
  } finally {
    await releaseLease(run).catch(() => undefined);
  }
}

/** A site that is away looks the same, but what it lets fail is an `AppError`. */
function isOurDatabaseAway(error: unknown): boolean {
  return !(error instanceof AppError) && isDatabaseAway(error);
}

async function fail(run: FeedRun, error: AppError, polling: Polling): Promise<void> {
  const { status, retryAfterSeconds } = error.details;
  const isFault = error.code === "internal";
  if (isFault) log.error({ err: error, feedId: run.id }, "polling a feed failed");
  const retryAfterMs = typeof retryAfterSeconds === "number" ? retryAfterSeconds * 1_000 : null;
  const failed = { failures: run.failures + 1, retryAfterMs };
  await noteFailure(run, {
    now: polling.now(),
    nextPollAt: afterFailure(scheduleOf(run, polling), failed),
    message: describeFault(error),
    isGone: status === GONE,
  });
}

function scheduleOf({ intervalMinutes }: FeedRun, { now, random }: Polling) {
  return { now: now(), intervalMinutes, random: random() };
}

function hostOf({ address }: FeedRun): string {
  return new URL(address).host;
}

/**
 * From the oldest to the newest, so that what came first is first here too. False where one of them is
 * to be taken again at the next poll.
 */
async function takeEntries(
  run: FeedRun,
  { url }: FetchedPage,
  { title, items }: FeedDocument,
  polling: Polling,
): Promise<boolean> {
  const entries = identify(firstOf(items, MAX_ENTRIES)).reverse();
  const seen = await listSeen(
    run.id,
    entries.map(({ identity }) => identity),
  );
  const fresh = entries.filter(({ identity, sha256 }) => seen.get(identity)?.sha256 !== sha256);
  if (fresh.length === 0) return true;
  const gazetteer = await getGazetteer();
  const taking = { ...polling, feedTitle: title, feedUrl: url, gazetteer };
  let isWhole = true;
  for (const entry of fresh) {
    polling.signal.throwIfAborted();
    isWhole = (await takeEntry(run, entry, seen.get(entry.identity), taking)) && isWhole;
  }
  return isWhole;
}

type Taking = Polling & { feedTitle: string | null; feedUrl: string; gazetteer: Gazetteer };

/** One that cannot be archived must not keep the others back. False: it is to be taken again. */
async function takeEntry(
  run: FeedRun,
  entry: FeedItem,
  before: SeenEntry | undefined,
  taking: Taking,
): Promise<boolean> {
  try {
    await archiveEntry(run, entry, before, taking);
    return true;
  } catch (error) {
    if (endsPoll(error, taking)) throw error;
    const { code, message } = toAppError(error);
    const isFault = code === "internal";
    if (isFault) {
      log.error({ err: error, feedId: run.id, entry: entry.item.path }, "an entry failed");
    }
    const failure = { message: isFault ? FAULT : message, isRetried: isFault };
    await noteFailedEntry(run, entry, failure);
    return !isFault;
  }
}

function endsPoll(error: unknown, { signal }: Taking): boolean {
  const isLost = error instanceof LeaseLost || isOurDatabaseAway(error);
  return isLost || error instanceof SiteBusy || signal.aborted;
}

async function archiveEntry(
  run: FeedRun,
  entry: FeedItem,
  before: SeenEntry | undefined,
  taking: Taking,
): Promise<void> {
  const { bytes, hint, error } = entry.item;
  if (error) throw error;
  const draft = await draftFromBytes(bytes, hint);
  const wordsSha256 = wordsSha256Of(draft);
  if (before?.wordsSha256 === wordsSha256) return await noteSameWords(run, entry);
  const original = await originalOf(run, entry, draft, taking);
  await storeEntry(run, { ...entry, ...original, wordsSha256 }, taking.gazetteer);
}

function* firstOf<T>(things: Iterable<T>, count: number): Generator<T> {
  for (const thing of things) {
    if (count-- <= 0) return;
    yield thing;
  }
}
