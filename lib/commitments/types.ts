import type { CommitmentState } from "#lib/commitments/schema.ts";
import type { LaneId } from "#lib/events/schema.ts";
import type { Cited } from "#lib/events/types-cited.ts";

/** What readers see of commitments. Days are `YYYY-MM-DD`, other dates EDTF. */

export type NamedActor = { id: string; name: string };

export type CommitmentLine = {
  id: string;
  path: string;
  title: string;
  by: NamedActor[];
  to: NamedActor[];
  topics: { id: string; label: string }[];
  madeOn: string;
  /** First day that it covers. */
  madeStartsOn: string;
  /** Null: no day was named. */
  due: string | null;
  dueStartsOn: string | null;
  dueEndsOn: string | null;
  state: CommitmentState;
  /** Its day has passed and nothing here says what became of it; nobody has judged it missed. */
  isOverdue: boolean;
  /** The event at which it was made. */
  event: { id: string; title: string; path: string } | null;
  /** The day of the last change of its state. */
  changedOn: string | null;
  updatedAt: string;
};

/** A commitment with what timelines narrow it by. */
export type IndexedCommitment = {
  line: CommitmentLine;
  /** Of those who promised. */
  lanes: LaneId[];
  topicIds: string[];
  /** Of those who promised, and to whom. */
  actorIds: string[];
  /** Slugs of the outlets of the published articles that are evidence of it. */
  outlets: string[];
  enteredAt: Date;
  /** Its title, its detail and its names, as `foldWords` writes them. */
  words: string;
};

export type EvidenceView = {
  source: { publisher: string; title: string; url: string | null } | null;
  /** Null: nothing of the archive, or nothing that readers may see. */
  cited: Cited | null;
  /** Words of the article as they stand in it now, with the address that opens it there. */
  words: { text: string; href: string } | null;
};

export type CommitmentChange = {
  state: CommitmentState;
  day: string;
  note: string;
  evidence: EvidenceView[];
};

export type Commitment = CommitmentLine & {
  detail: string;
  /** Where it is told that it was made. */
  evidence: EvidenceView[];
  /** Oldest first. */
  changes: CommitmentChange[];
};

export type CommitmentLookup =
  | { state: "found"; commitment: Commitment }
  | { state: "gone"; title: string; withdrawnOn: string; reason: string | null };

export type CommitmentSort = "made" | "due";
/** States as readers ask for them: `overdue` are those of the open ones. */
export type AskedState = CommitmentState | "overdue";

export type CommitmentsQuery = {
  actorId: string | null;
  state: AskedState | null;
  topicId: string | null;
  /** Due on any day between them, both included. */
  from: string | null;
  to: string | null;
  sort: CommitmentSort;
  page: number;
};

export type CommitmentChoice = { id: string; label: string; count: number };

export type CommitmentList = {
  items: CommitmentLine[];
  total: number;
  pageCount: number;
  /** What the list can be narrowed to, of all commitments. */
  actors: CommitmentChoice[];
  topics: CommitmentChoice[];
};
