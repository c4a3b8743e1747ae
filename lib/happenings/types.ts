import type { EventKind } from "#lib/events/schema.ts";

export type SuggestionState = "open" | "accepted" | "linked" | "merged" | "rejected";

/** A suggestion as a list shows it. */
export type SuggestionLine = {
  id: string;
  state: SuggestionState;
  /** A headline of one of its articles; of none that readers may see, a word for that. */
  title: string;
  /** EDTF, and the first day of it (`YYYY-MM-DD`). */
  date: string;
  startsOn: string;
  kind: EventKind;
  placeName: string | null;
  participants: { id: string; name: string; role: string | null }[];
  articles: number;
  outlets: string[];
};

export type NamedEvent = { id: string; title: string };

/** A sentence that supports a suggestion, as it stands in its article now. */
export type EvidenceSentence = { words: string; tellsDay: boolean };

export type SuggestedArticleLine = {
  id: string;
  headline: string;
  path: string;
  outlet: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string;
  evidence: EvidenceSentence[];
};

export type SuggestionInFull = Omit<SuggestionLine, "articles"> & {
  version: number;
  articles: SuggestedArticleLine[];
  /** An event that it seems to be. */
  proposedEvent: NamedEvent | null;
  /** The event that it became, or was linked to. */
  event: NamedEvent | null;
  mergedInto: string | null;
  /** The open suggestion that it was split off from; null also where that is not open. */
  splitFrom: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
};

/** What the archive did, in a run or so far. */
export type GroupingCounts = {
  /** Articles looked at. */
  articles: number;
  found: number;
  /** Suggestions that new articles joined. */
  grown: number;
  /** Rejected before, and open again as new articles came. */
  reopened: number;
};
