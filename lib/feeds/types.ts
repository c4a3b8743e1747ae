import type { FeedFields } from "#lib/feeds/schema.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** What can be said of the polling of a feed in a word. */
export type FeedState = "new" | "fine" | "failing" | "paused" | "removed";

/** The record of how a feed answers. */
export type FeedHealth = {
  lastPolledAt: Date | null;
  nextPollAt: Date;
  /** In a row. */
  failures: number;
  lastError: string | null;
  pausedAt: Date | null;
  /** Why it was paused by itself. */
  pausedReason: string | null;
  removedAt: Date | null;
};

export type FeedLine = FeedHealth & {
  id: string;
  address: string;
  title: string;
  state: FeedState;
  outlet: { id: string; name: string } | null;
  /** Entries first seen in the last seven days. */
  newEntries: number;
};

export type FeedInFull = FeedLine & {
  fields: FeedFields;
  createdAt: Date;
  createdBy: string | null;
  entryCount: number;
};

type FeedEntryOutcome = "stored" | "known" | "failed";

export type FeedEntryLine = {
  identity: string;
  headline: string | null;
  address: string | null;
  outcome: FeedEntryOutcome;
  message: string | null;
  firstSeenAt: Date;
  /** Later than `firstSeenAt` where its words changed since. */
  takenAt: Date;
  /** Null where none was made, or it is gone for good. */
  article: { id: string; status: "draft" | "published" | "withdrawn"; inBin: boolean } | null;
};

/** What can be chosen for a feed. */
export type FeedChoices = {
  outlets: readonly { id: string; name: string }[];
  topics: readonly TopicRef[];
};

/** What an address leads to, before it is followed. */
export type FeedPreview = {
  /** Of the feed itself, also where a page was asked for that names it. */
  address: string;
  title: string;
  entryCount: number;
  /** Entries with no more than a teaser. */
  teaserCount: number;
  /** The first few. */
  entries: { headline: string | null; publishedOn: string | null }[];
  /** The other feeds of the page that was asked for. */
  others: { address: string; title: string | null }[];
  /** The outlet whose site it stands on. */
  outletId: string | null;
};
