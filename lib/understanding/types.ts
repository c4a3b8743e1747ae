/** The archive understood anew, as archivists see it. */
import type { z } from "zod";
import type { FormState } from "#lib/http/form-state.ts";
import type { differenceSchema, proposalSchema } from "#lib/understanding/schema.ts";

export type RunState = "queued" | "running" | "paused" | "cancelled" | "superseded" | "done";

/** A topic or an actor as somebody would have it, and as it was when they said so. */
export type Proposal = z.infer<typeof proposalSchema>;

/** What is understood otherwise in one article, with the sentences that made us think so. */
export type Difference = z.infer<typeof differenceSchema>;

export type ChangeCounts = {
  /** Articles with anything gained or lost. */
  changed: number;
  topicsGained: number;
  topicsLost: number;
  mentionsGained: number;
  mentionsLost: number;
  statementsGained: number;
  statementsLost: number;
};

/** How far a run is. */
export type RunProgress = {
  id: string;
  state: RunState;
  /** Why it was paused by itself. */
  problem: string | null;
  isDryRun: boolean;
  /** Articles to go through, and those that were. */
  total: number;
  done: number;
  counts: ChangeCounts;
  /** Articles a second since it was last begun or resumed; null while that is not known. */
  rate: number | null;
  /** At that rate. */
  secondsLeft: number | null;
};

export type RunLine = RunProgress & {
  /** Of a dry run: the topic or actor whose definition it tries. */
  about: { kind: Proposal["kind"]; id: string; name: string } | null;
  createdAt: Date;
  finishedAt: Date | null;
  createdBy: string;
};

/** An article with what changed in it, or would. */
export type ChangeLine = {
  articleId: string;
  headline: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  difference: NamedDifference;
};

/** As `Difference`, with the names of its topics and actors. */
export type NamedDifference = {
  topics: (Difference["topics"][number] & { name: string })[];
  mentions: (Difference["mentions"][number] & { name: string })[];
  statements: Difference["statements"];
};

/** What a changed definition would do, as far as was looked. */
export type DefinitionPreview = {
  /** So many of the newest articles were looked at. */
  looked: number;
  gained: number;
  lost: number;
  /** Of other topics or actors, that something would be gained or lost. */
  others: number;
  /** The newest of those articles. */
  lines: ChangeLine[];
};

/** What the form of a topic or an actor answers. */
export type DefinitionState = FormState & { preview?: DefinitionPreview };
