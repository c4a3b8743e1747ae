import { today } from "#lib/dates/today.ts";
import { writeWithAudit, type Actor, type AuditRecord } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import {
  confirmedAs,
  decidedLike,
  listCorrected,
  rejectedState,
  reopenedState,
  type Decider,
} from "#lib/statements/corrected-state.ts";
import { likenessOf } from "#lib/statements/likes.ts";
import { requireTopics, resolveSaidOn, resolveSpeaker } from "#lib/statements/mutations-resolve.ts";
import {
  holdStatement,
  holdStatements,
  requireAsSeen,
  writeState,
  type HeldStatement,
} from "#lib/statements/mutations-state.ts";
import type {
  Correction,
  LikeSeen,
  StatementChange,
  StatementState,
} from "#lib/statements/schema-review.ts";
import { markOf } from "#lib/statements/state-mark.ts";
import type { DecisionAction } from "#lib/statements/types-review.ts";

/** A statement and the mark of the state that a person decided about. */
type Seen = { id: string; seen: string };

/**
 * Confirms a statement with what a person says of it. Throws `AppError` "not_found", "conflict"
 * where it is no longer as it was seen, and "invalid_input" for what cannot be resolved.
 */
export function confirmStatement(
  { id, seen }: Seen,
  correction: Correction,
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const speakerId = await resolveSpeaker(tx, correction, record);
    const statement = await holdStatement(tx, id);
    requireAsSeen(statement, seen);
    await requireTopics(tx, correction.topics);
    const { kind, speakerText, isAnonymous, venue, topics, offered } = correction;
    const saidOn = resolveSaidOn(correction.saidOn, statement.publishedOn ?? today());
    const fields = { kind, speakerId, speakerText, isAnonymous, venue, saidOn, topics, offered };
    const after = confirmedAs(statement.state, fields, deciderOf(actor));
    await writeState(tx, statement, after);
    record(entryOf("statement.confirm", statement, after));
  });
}

/** Says that a statement is none. Throws `AppError` as `confirmStatement` does. */
export function rejectStatement(given: Seen, actor: Actor): Promise<void> {
  return decide(
    given,
    "statement.reject",
    (state) => rejectedState(state, deciderOf(actor)),
    actor,
  );
}

/** Puts a decided statement back among those that wait. Throws `AppError` as `confirmStatement`. */
export function reopenStatement(given: Seen, actor: Actor): Promise<void> {
  return decide(given, "statement.reopen", reopenedState, actor);
}

function decide(
  { id, seen }: Seen,
  action: DecisionAction,
  toAfter: (before: StatementState) => StatementState,
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const statement = await holdStatement(tx, id);
    requireAsSeen(statement, seen);
    const after = toAfter(statement.state);
    await writeState(tx, statement, after);
    record(entryOf(action, statement, after));
  });
}

/**
 * Decides about the likes of a statement as was decided about it, and returns how many; those that
 * are no longer as they were seen are left alone. Throws `AppError` "not_found", and "conflict"
 * where nobody has decided about the statement itself or none of its likes is left.
 */
export function decideLikes(
  modelId: string,
  likes: readonly LikeSeen[],
  actor: Actor,
): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const held = await holdStatements(tx, [modelId, ...likes.map(({ id }) => id)]);
    const model = held.get(modelId) ?? (await holdStatement(tx, modelId));
    if (model.state.status === "suggested") {
      throw new AppError("conflict", "Decide about the statement itself first.");
    }
    const changes: StatementChange[] = [];
    for (const { id, seen } of likes) {
      const like = held.get(id);
      const scope = like && likenessOf(model, like);
      const isAsSeen = like?.state.status === "suggested" && markOf(like.state) === seen;
      if (!scope || !isAsSeen) continue;
      const hasSameWords = scope === "words";
      const after = decidedLike(model.state, like.state, { hasSameWords }, deciderOf(actor));
      await writeState(tx, like, after);
      changes.push({ id, before: like.state, after });
    }
    if (changes.length === 0) {
      throw new AppError(
        "conflict",
        "Others have decided about all of these. Nothing was changed.",
      );
    }
    record({
      ...{ action: "statement.decide_likes", subject: "statement", subjectId: modelId },
      details: { decided: model.state.status, speakerId: model.state.speakerId, changes },
    });
    return changes.length;
  });
}

/** The person who decides, now. */
export function deciderOf({ userId }: Actor): Decider {
  return { decidedAt: new Date().toISOString(), decidedById: userId };
}

function entryOf(
  action: DecisionAction,
  { id, state: before }: HeldStatement,
  after: StatementState,
): AuditRecord {
  const corrected = listCorrected(before, after).join(" ");
  const details = { speakerId: after.speakerId, corrected, changes: [{ id, before, after }] };
  return { action, subject: "statement", subjectId: id, details };
}
