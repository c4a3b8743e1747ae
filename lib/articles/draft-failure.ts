import { unstable_rethrow } from "next/navigation";
import { getDraftConflict } from "#lib/articles/data-conflict.ts";
import type { SentDraft } from "#lib/articles/draft-form.ts";
import type { DraftFormState } from "#lib/articles/types-admin.ts";
import { toAppError } from "#lib/errors.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { log } from "#lib/log.ts";

type Attempt = {
  sent: SentDraft;
  /** The version reached before it failed: higher than sent where it was saved but not published. */
  version: number;
  answers: number;
};

/** The answer to a draft form that could not do all it was asked; nothing typed is lost. */
export async function answerDraftFailure(
  error: unknown,
  { sent, version, answers }: Attempt,
): Promise<DraftFormState> {
  unstable_rethrow(error);
  const { code, message, details } = toAppError(error);
  const { requestId } = getRequestContext();
  const isFault = code === "internal" || code === "unavailable";
  if (isFault) log.error({ err: error, requestId }, "draft form failed");
  const isSaved = version !== sent.baseVersion;
  const state = { answers, fields: sent.fields, baseVersion: version };
  if (code === "conflict") {
    const conflict = await getDraftConflict(sent.id, sent.baseVersion, sent.fields);
    if (conflict) return { ...state, message, conflict, baseVersion: conflict.version };
  }
  return {
    ...state,
    message: [isSaved && "Your changes are saved.", message, isFault && `Request ${requestId}.`]
      .filter(Boolean)
      .join(" "),
    fieldErrors: toFieldErrors(details),
  };
}

/** Problems by field, from a refused input or from what publishing lacks. */
function toFieldErrors({ fields, missing }: Record<string, unknown>): Record<string, string> {
  const lacking = Array.isArray(missing) ? missing : [];
  return {
    ...(typeof fields === "object" ? (fields as Record<string, string>) : {}),
    ...Object.fromEntries(lacking.map((field) => [String(field), "is needed to publish"])),
  };
}
