/** Imports in the background, as archivists see them. */
import type { OUTCOMES } from "#lib/batches/schema.ts";
import type { ColumnField, JsonObject } from "#lib/ingest/types.ts";

export type BatchState =
  | "receiving"
  | "asking"
  | "queued"
  | "running"
  | "paused"
  | "cancelled"
  | "done"
  | "undoing"
  | "undone";

/** How its files came. */
export type BatchWay = "paste" | "upload" | "fetch" | "api";

export type BatchOutcome = (typeof OUTCOMES)[number];

export type OutcomeCounts = Record<BatchOutcome, number>;

/** How far a batch is. */
export type BatchProgress = {
  id: string;
  state: BatchState;
  /** Why it was paused by itself. */
  problem: string | null;
  isDryRun: boolean;
  /** Articles in its files; null until they are counted. */
  total: number | null;
  /** Of these, so many have been gone through; of an undo, so many taken back. */
  done: number;
  counts: OutcomeCounts;
  /** Articles a second since it was last begun or resumed; null while that is not known. */
  rate: number | null;
  /** At that rate. */
  secondsLeft: number | null;
};

export type BatchSummary = BatchProgress & {
  name: string;
  createdAt: Date;
  finishedAt: Date | null;
};

export type BatchLine = BatchSummary & { createdBy: string };

export type BatchInFull = BatchLine & {
  publish: boolean;
  /** `YYYY-MM-DD`. */
  capturedOn: string | null;
  sources: { name: string; byteLength: number }[];
  /** Its files are still kept, so that what failed can be tried again. */
  hasFiles: boolean;
  /** Articles that it made: those that undoing takes back. */
  made: number;
  /** Of them, those that are in the bin by its undoing. */
  undone: number;
};

export type BatchItemLine = {
  position: number;
  path: string;
  outcome: BatchOutcome;
  articleId: string | null;
  headline: string | null;
  message: string | null;
  isUndone: boolean;
};

/** How it was decided which column of a table is which: `asked` is not decided yet. */
export type TableAnswer = "asked" | "named" | "remembered" | "chosen" | "left_out";

/** Tables of a batch with the same columns. */
export type BatchTable = {
  /** By what the same columns are known. */
  shape: string;
  /** Where the first of them stands, and how many there are. */
  path: string;
  count: number;
  answer: TableAnswer;
  fields: ColumnField[];
};

/** With the first rows of the first of them, shortened: what somebody chooses by. */
export type SampledTable = BatchTable & { sample: JsonObject[] };
