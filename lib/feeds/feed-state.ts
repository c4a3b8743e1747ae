import type { FeedHealth, FeedState } from "#lib/feeds/types.ts";

/** How it stands with a feed, in a word. */
export function feedStateOf(health: FeedHealth): FeedState {
  if (health.removedAt) return "removed";
  if (health.pausedAt) return "paused";
  if (health.failures > 0) return "failing";
  return health.lastPolledAt ? "fine" : "new";
}
