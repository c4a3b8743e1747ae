/** What archivists see of articles. Days are `YYYY-MM-DD`. */
import type { FieldConflict } from "#lib/articles/compare-fields.ts";
import type { ArticleState } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import type { Rights, Verification } from "#lib/articles/types.ts";
import type { FieldName } from "#lib/articles/field-labels.ts";
import type { RankedChange } from "#lib/articles/rank-changes.ts";
import type { DraftWarning } from "#lib/ingest/types.ts";
import type { OriginalText } from "#lib/originals/types.ts";

export type ArticleStatus = ArticleState["status"];

/** A line of the archivists' list. */
export type AdminArticleLine = {
  id: string;
  status: ArticleStatus;
  headline: string | null;
  headlineProposed: boolean;
  outlet: string | null;
  publishedOn: string | null;
  rights: Rights;
  verification: Verification;
  version: number;
  updatedAt: Date;
  deletedAt: Date | null;
  fileName: string | null;
  /** Its address on the site, where it is or was public. */
  path: string | null;
};

/** A draft with how much of it is in doubt (0–1), and what, the worst first. */
export type DraftToReview = AdminArticleLine & { doubt: number; doubts: string[] };

export type AdminArticleList = { items: AdminArticleLine[]; total: number };

/** A topic or an actor and what stands about it; `confidence` 0–1 where a rule suggested it. */
export type NamedJudgement = Judgement & {
  label: string;
  detail: string | null;
  /** The sentences that made us think so. */
  reasons?: readonly string[];
};

/** All that the explained draft shows. */
export type EditableArticle = {
  id: string;
  status: ArticleStatus;
  version: number;
  isInBin: boolean;
  /** Id of the article that it is merged into. */
  mergedInto: string | null;
  /** The pair by whose decision it was merged. */
  mergedByPair: string | null;
  /** Original of a new version of its page that waits for a decision. */
  proposedId: string | null;
  verification: Verification;
  withdrawnReason: string | null;
  path: string | null;
  fields: ArticleFields;
  places: FieldPlace[];
  warnings: DraftWarning[];
  original: OriginalText;
  topics: NamedJudgement[];
  people: NamedJudgement[];
};

/** What the inputs of the form offer to choose from. */
export type EditorChoices = {
  topics: { id: string; label: string }[];
  outlets: string[];
};

export type RevisionLine = {
  number: number;
  savedAt: Date;
  savedBy: string | null;
  note: string | null;
};

export type RevisionState = RevisionLine & { fields: ArticleFields };

/** One of an article's originals, and what became of its reading. */
export type VersionLine = {
  originalId: string;
  /** `taken`: it is or was the article's text; `proposed`: it waits for a decision. */
  state: "taken" | "unchanged" | "proposed" | "set_aside" | "kept";
  /** The article's fields are read from it now. */
  isCurrent: boolean;
  addedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  receivedAt: Date;
  receivedVia: OriginalText["receivedVia"];
  mediaType: string;
  byteLength: number;
  /** Fields were read from it beside those that it became an article with. */
  hasReading: boolean;
};

/** A version with what there is to decide about. */
export type VersionInFull = VersionLine & {
  articleId: string;
  /** The article's, from which the decision starts. */
  version: number;
  headline: string | null;
  /** Nothing can be decided: the article is in the bin or merged away. */
  isInBin: boolean;
  /** What taking it over would change, by substance. */
  changes: RankedChange[];
  /** What people corrected and this version has otherwise too. */
  kept: { field: FieldName; label: string; ours: string; theirs: string }[];
};

/** A new version in the list of those that wait. */
export type ProposedLine = {
  originalId: string;
  articleId: string;
  headline: string | null;
  outlet: string | null;
  status: ArticleStatus;
  addedAt: Date;
};

/** What the draft form's action answers; the page is led on where all went well. */
export type DraftFormState = {
  /** Counts answers, so that the form is made anew with what it should show. */
  answers: number;
  message?: string;
  fieldErrors?: Readonly<Record<string, string>>;
  /** As typed, to be shown again. */
  fields?: ArticleFields;
  /** The version that the next save builds on, where this answer changed it. */
  baseVersion?: number;
  conflict?: DraftConflict;
};

/** Someone else saved in between: what there is to choose between. */
export type DraftConflict = {
  version: number;
  savedBy: string | null;
  /** ISO 8601. */
  savedAt: string | null;
  fields: FieldConflict[];
};

/** What became of one text or file that was sent in. */
export type ArrivalOutcome = {
  name: string;
  outcome: "stored" | "known" | "in_bin" | "version" | "proposed" | "refused" | "batch";
  message: string;
  articleId: string | null;
  /** Where it holds so many articles that they are imported in the background. */
  batchId?: string;
};

export type ArrivalState = {
  answers: number;
  message?: string;
  outcomes: ArrivalOutcome[];
  /** What was typed, where something was not stored, to be shown again. */
  text?: string;
  address?: string;
};
