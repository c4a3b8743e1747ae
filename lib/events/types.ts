import type { EventKind, LaneId } from "#lib/events/schema.ts";

/** What readers see of events and of the timeline. Days are `YYYY-MM-DD`. */

export type Verification = "to_verify" | "verified";

type EntryBase = {
  id: string;
  /** Its address on this site. */
  path: string;
  title: string;
  /** First and last day that it covers. */
  startsOn: string;
  endsOn: string;
  lanes: LaneId[];
  verification: Verification;
};

export type EventEntry = EntryBase & {
  type: "event";
  /** Extended Date/Time Format, as written: may be a month, a year or an interval. */
  date: string;
  kind: EventKind;
  placeName: string | null;
};

export type ArticleEntry = EntryBase & {
  type: "article";
  headlineProposed: boolean;
  outletName: string | null;
};

/** A line of the timeline or the calendar. */
export type TimelineEntry = EventEntry | ArticleEntry;

/** Which entries are meant: those that meet every condition given; of lanes, any. */
export type TimelineFilter = {
  lanes: LaneId[];
  topicId: string | null;
  /** First and last day, both included; an entry counts that covers any day between them. */
  from: string | null;
  to: string | null;
};

export type TimelineOrder = "newest" | "oldest";

export type TimelinePage = { entries: TimelineEntry[]; total: number };

/** How many entries a calendar day has. */
export type DayCount = { day: string; count: number };

/** The nearest days before and after a span of days that have an entry. */
export type DayNeighbours = { previous: string | null; next: string | null };

/** An event as the picture of the timeline needs it. */
export type PicturedEvent = {
  startsOn: string;
  endsOn: string;
  lanes: LaneId[];
  verification: Verification;
};

export type EventParticipant = {
  actorId: string;
  name: string;
  kind: "person" | "organisation" | "country";
  country: string | null;
  /** Office or part on that day, as recorded with the event. */
  role: string | null;
  /** Offices held from its first day to its last, by what the archive knows of the actor. */
  offices: string[];
};

export type EventSource = {
  publisher: string;
  title: string;
  /** Null: the piece was seen, but its public address is not certain. */
  url: string | null;
  stateMedia: boolean;
};

export type EventDetails = EventEntry & {
  placeCountry: string | null;
  latitude: number | null;
  longitude: number | null;
  facts: string[];
  participants: EventParticipant[];
  sources: EventSource[];
  topics: { id: string; label: string }[];
  related: EventEntry[];
  articles: ArticleEntry[];
  /** 0 to 100, computed; and the steps (-2 to 2) by which an editor lifted it. */
  importance: number;
  lift: number;
  updatedAt: string;
};

export type EventCounts = {
  events: number;
  toVerify: number;
  /** First day of the earliest event and last day of the latest; null while there is none. */
  firstDay: string | null;
  lastDay: string | null;
};

export type SourcePublisher = { publisher: string; events: number; stateMedia: boolean };

export type ArchiveCounts = {
  articles: number;
  events: number;
  eventsToVerify: number;
  /** From the first day of anything to the last; null while the archive is empty. */
  firstDay: string | null;
  lastDay: string | null;
};
