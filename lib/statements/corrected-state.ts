import type { StatementState } from "#lib/statements/schema-review.ts";

/** Who decides, and when (ISO 8601). */
export type Decider = { decidedAt: string; decidedById: string | null };

/** What a person says of a statement, its speaker and date resolved. */
export type ResolvedCorrection = Pick<
  StatementState,
  "kind" | "speakerId" | "speakerText" | "isAnonymous" | "venue" | "saidOn"
> & {
  /** The topics that it is on. */
  topics: readonly string[];
  /** Those that could have been said; what of these is not among `topics` is rejected. */
  offered: readonly string[];
};

/** A statement confirmed as a person says it is. */
export function confirmedAs(
  before: StatementState,
  { topics, offered, ...fields }: ResolvedCorrection,
  decider: Decider,
): StatementState {
  return {
    ...fields,
    ...decider,
    status: "confirmed",
    topics: judgeTopics(before.topics, topics, offered),
  };
}

/** A statement that is none. */
export function rejectedState(before: StatementState, decider: Decider): StatementState {
  return { ...before, ...decider, status: "rejected" };
}

/** A statement put back among those that wait. */
export function reopenedState(before: StatementState): StatementState {
  return { ...before, status: "suggested", decidedAt: null, decidedById: null };
}

/**
 * A statement decided as its model was: rejected too, or confirmed with the same speaker, and of the
 * same words with the same topics; what else was read of it stays.
 */
export function decidedLike(
  model: StatementState,
  before: StatementState,
  { hasSameWords }: { hasSameWords: boolean },
  decider: Decider,
): StatementState {
  if (model.status === "rejected") return rejectedState(before, decider);
  const { speakerId, isAnonymous } = model;
  const decided = model.topics.filter(({ status }) => status !== "suggested");
  const same = new Set(decided.map(({ topicId }) => topicId));
  const others = before.topics.filter(({ topicId }) => !same.has(topicId));
  const topics = hasSameWords ? [...decided, ...others].sort(byTopic) : before.topics;
  return { ...before, ...decider, status: "confirmed", speakerId, isAnonymous, topics };
}

/** Names of the fields by which two states differ, besides who decided. */
export function listCorrected(before: StatementState, after: StatementState): string[] {
  const names = ["kind", "speakerId", "speakerText", "isAnonymous", "venue", "saidOn"] as const;
  return names.filter((name) => before[name] !== after[name]);
}

function judgeTopics(
  before: StatementState["topics"],
  chosen: readonly string[],
  offered: readonly string[],
): StatementState["topics"] {
  const isOffered = new Set(offered);
  const kept = before.filter(({ topicId }) => !chosen.includes(topicId));
  return [
    ...[...new Set(chosen)].map((topicId) => {
      return { topicId, status: "confirmed" as const, confidence: 1 };
    }),
    ...kept.map((topic) =>
      isOffered.has(topic.topicId) ? { ...topic, status: "rejected" as const } : topic,
    ),
  ].sort(byTopic);
}

function byTopic(a: { topicId: string }, b: { topicId: string }): number {
  return a.topicId < b.topicId ? -1 : 1;
}
