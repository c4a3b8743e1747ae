import type { AlertCadence } from "#lib/saved-searches/schema.ts";
import type { FollowedSearch, Look, Match, ReleaseMark } from "#lib/search/types.ts";

/** Mails about a saved search, as its reader sees them. */
export type AlertView = {
  /** `a…@example.org`: enough to know one's own by. */
  address: string;
  cadence: AlertCadence;
  /** "asked": the link in the first mail was not used yet; "stopped": nothing is sent, and why. */
  state: "asked" | "on" | "stopped";
  /** It said yes, so that stopped mails can begin again without asking. */
  isConfirmed: boolean;
  lastSentAt: Date | null;
  lastError: string | null;
};

export type SavedSearch = {
  id: string;
  name: string;
  search: FollowedSearch;
  /** What it asks for, in words: `“backstop”`, `topic: US backstop`. */
  asks: string[];
  seen: ReleaseMark;
  createdAt: Date;
  deletedAt: Date | null;
  alert: AlertView | null;
};

/** A saved search in the list of those that a browser remembers. */
export type SavedLine = SavedSearch & { token: string; newCount: number };

/** What is new in a saved search since its reader last looked, the last released first. */
export type SavedNews = {
  /** The look that showed it. */
  asOf: Look;
  /** All that is new, up to `MAX_NEW`. */
  count: number;
  matches: Match[];
};

/** What a link in a mail is about. */
export type AlertAtLink = {
  name: string;
  search: FollowedSearch;
  address: string;
  cadence: AlertCadence;
};
