/** What archivists see of articles. Days are `YYYY-MM-DD`. */
import type { FieldConflict } from "#lib/articles/compare-fields.ts";
import type { ArticleState } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import type { Rights, Verification } from "#lib/articles/types.ts";
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

export type AdminArticleList = { items: AdminArticleLine[]; total: number };

/** A topic or an actor and what stands about it; `confidence` 0–1 where a rule suggested it. */
export type NamedJudgement = Judgement & { label: string; detail: string | null };

/** All that the explained draft shows. */
export type EditableArticle = {
  id: string;
  status: ArticleStatus;
  version: number;
  isInBin: boolean;
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
  outcome: "stored" | "known" | "in_bin" | "refused" | "batch";
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
