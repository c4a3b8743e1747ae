/** What readers see of statements. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
import type { ActorRef } from "#lib/actors/types.ts";
import type { Certainty, OutletRef } from "#lib/articles/types.ts";
import type { LaneId } from "#lib/events/schema.ts";
import type { StatementKind } from "#lib/statements/schema.ts";
import type { TopicRef } from "#lib/topics/types.ts";

export type LedgerSort = "newest" | "oldest";

/** Which statements a list holds: those that meet every condition given. */
export type LedgerFilter = {
  /** Words, "phrases", -exclusions and `or`, as the reader typed them. */
  text: string;
  speakerId: string | null;
  /** Title of an office that the speaker held on the day it was said. */
  office: string | null;
  /** The speaker is of any of these sides. */
  sides: LaneId[];
  topicId: string | null;
  outletSlug: string | null;
  kinds: StatementKind[];
  /** Day said, or published where that is not known; both ends included. */
  from: string | null;
  to: string | null;
  /** Statements that a person confirmed, and no topic that nobody confirmed. */
  isConfirmedOnly: boolean;
};

export type LedgerQuery = LedgerFilter & { sort: LedgerSort; page: number };

/** A stretch of a passage: the speaker's words, what an editor put into them, or what is around. */
export type PassagePart = { text: string; role: "words" | "insertion" | null };

export type StatementSpeaker = ActorRef & {
  /** Offices held on the statement's day, as far as known. */
  offices: string[];
};

export type StatementArticle = {
  headline: string;
  headlineProposed: boolean;
  publishedOn: string;
  outlet: OutletRef | null;
  bylines: string[];
};

/** A statement in the one article that it was read from. */
export type StatementLine = {
  id: string;
  /** Its permanent address on this site: `/statements/ID`. */
  path: string;
  /** Its place in the article: `/2025/02/27/slug#statement-ID`. */
  place: string;
  /** What makes a browser mark its words there: `:~:text=…`, after the `#` of an address. */
  fragment: string;
  kind: StatementKind;
  status: Certainty;
  words: string;
  /** The sentences it stands in. */
  passage: PassagePart[];
  speaker: StatementSpeaker | null;
  /** Who said it, in the article's words, where the archive does not know them. */
  speakerText: string | null;
  isAnonymous: boolean;
  venue: string | null;
  /** Extended Date/Time Format; null where the article does not tell. */
  saidOn: string | null;
  /** The first day of `saidOn`, else that of publication. */
  day: string;
  topics: (TopicRef & { status: Certainty })[];
  article: StatementArticle;
  groupId: string;
  updatedAt: string;
};

/** How the words of a carrier stand to those of the statement beside it. */
export type CarrierRelation = "same" | "shortened" | "fuller" | "altered";

/** A stretch of two versions of the same words: in both, or in one of them only. */
export type ComparedPart = { text: string; side: "both" | "here" | "there" };

/** Another article that has the same words. */
export type StatementCarrier = Pick<
  StatementLine,
  "id" | "path" | "place" | "status" | "words" | "article"
> & {
  relation: CarrierRelation;
  /** The words here with those there worked in; empty where they are the same. */
  parts: ComparedPart[];
};

/** A statement with the other articles that carry it: the first of them, and how many there are. */
export type LedgerEntry = StatementLine & { carriers: StatementCarrier[]; carrierCount: number };

export type LedgerCount = { id: string; label: string; count: number };

/** What the other filters leave, by what each filter can narrow it to. */
export type LedgerCounts = {
  speakers: LedgerCount[];
  offices: LedgerCount[];
  sides: LedgerCount[];
  topics: LedgerCount[];
  outlets: LedgerCount[];
  kinds: LedgerCount[];
  /** They are counted over the newest so many statements; null: over all. */
  cover: number | null;
};

export type Ledger = {
  /** As it was carried out: without what the archive does not know. */
  query: LedgerQuery;
  /** What could not be used, in words for the reader. */
  ignored: string[];
  items: LedgerEntry[];
  total: number;
  pageCount: number;
  counts: LedgerCounts;
  /** False where the text holds no word that can be searched for, such as `the`. */
  isSearchable: boolean;
};

export type StatementLookup =
  | { state: "public"; statement: LedgerEntry }
  /** It was public and is no longer: the article was withdrawn, or the reading was wrong. */
  | { state: "gone"; articlePath: string };

/** What a person said on a topic: the latest, and how many there are. */
export type TopicStatements = { topic: TopicRef; count: number; latest: StatementLine[] };

/** What a person's page shows of their statements. */
export type PersonStatements = {
  /** All of theirs, the same words of several articles once. */
  count: number;
  byTopic: TopicStatements[];
  /** Whatever they are on. */
  latest: StatementLine[];
  beside: QuotedBeside[];
};

/** Somebody else who is quoted in the same articles. */
export type QuotedBeside = ActorRef & { articleCount: number };
