import type { FeedEntryLine, FeedState } from "#lib/feeds/types.ts";

export const STATE_WORDS: Record<FeedState, string> = {
  new: "not polled yet",
  fine: "fine",
  failing: "failing",
  paused: "paused",
  removed: "removed",
};

export const STATE_TONES = {
  new: "plain",
  fine: "good",
  failing: "danger",
  paused: "unsure",
  removed: "plain",
} as const;

/** What became of an entry, in a few words. */
export function entryInWords({ outcome, article }: FeedEntryLine): string {
  if (outcome === "failed") return "could not be archived";
  if (!article) return "its article is gone";
  if (article.inBin) return "in the bin";
  const { status } = article;
  return outcome === "known" ? `archived before, ${status}` : status;
}
