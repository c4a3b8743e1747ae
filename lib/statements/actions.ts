"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { answerForm, textOf, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { getNextInReview } from "#lib/statements/data-review.ts";
import {
  confirmStatement,
  decideLikes,
  rejectStatement,
  reopenStatement,
} from "#lib/statements/mutations-decide.ts";
import { markStatement } from "#lib/statements/mutations-mark.ts";
import { undoDecision } from "#lib/statements/mutations-undo.ts";
import { readCorrection, readMarking, readReviewQuery } from "#lib/statements/review-form.ts";
import {
  decisionIdSchema,
  decisionSchema,
  likesDecisionSchema,
  reviewPath,
} from "#lib/statements/schema-review.ts";

/** Confirms, rejects or puts back a statement as its form says, and goes on to the next. */
export async function decideStatementAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const actor = toActor(await requireRole("editor"));
    const {
      statementId: id,
      seen,
      decision,
    } = parseInput(decisionSchema, Object.fromEntries(form));
    const given = { id, seen };
    try {
      if (decision === "confirm") await confirmStatement(given, readCorrection(form), actor);
      else if (decision === "reject") await rejectStatement(given, actor);
      else await reopenStatement(given, actor);
    } catch (error) {
      noteWhatStands(form, error);
      throw error;
    }
    const query = readReviewQuery(form);
    const isReopened = decision === "reopen";
    const next = await getNextInReview(query, id, { isPast: !isReopened });
    redirect(reviewPath({ ...query, at: next ?? undefined, done: id }));
  });
}

/** Decides about the ticked likes of a statement as was decided about it, and goes on. */
export async function decideLikesAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const actor = toActor(await requireRole("editor"));
    const { statementId, likes } = parseInput(likesDecisionSchema, {
      statementId: textOf(form, "statementId"),
      likes: textsOf(form, "likes"),
    });
    const decided = await decideLikes(statementId, likes, actor);
    const query = readReviewQuery(form);
    const at = await getNextInReview(query, query.at, { isPast: false });
    const left = likes.length - decided || undefined;
    redirect(reviewPath({ ...query, at: at ?? undefined, done: statementId, left }));
  });
}

/** Takes a decision back and shows its statement as it was. */
export async function undoDecisionAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const actor = toActor(await requireRole("editor"));
    const decision = parseInput(decisionIdSchema, textOf(form, "decision"), "decision");
    const { statementId, left } = await undoDecision(decision, actor);
    const query = readReviewQuery(form);
    redirect(reviewPath({ ...query, at: statementId, left: left || undefined }));
  });
}

/** Adds a statement that no rule had found, and shows it among those of its article. */
export async function markStatementAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const actor = toActor(await requireRole("editor"));
    const marking = readMarking(form);
    const id = await markStatement(marking, actor);
    redirect(`/admin/articles/${marking.articleId}/statements?marked=${id}`);
  });
}

/** After a conflict the form is sent of what stands there now: so a person decides knowingly. */
function noteWhatStands(form: FormData, error: unknown): void {
  if (error instanceof AppError && typeof error.details.seen === "string") {
    form.set("seen", error.details.seen);
  }
}
