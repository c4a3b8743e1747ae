import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { toAppError } from "#lib/errors.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { log } from "#lib/log.ts";

type Outcome = Pick<FormState, "message" | "handOver"> & {
  /** What was typed was only tried, and stays as it is. */
  keepsValues?: boolean;
};

/**
 * Runs the work of a form's server action and answers for it: what it returns when it succeeds,
 * else what is wrong, field by field, with everything that was typed except passwords. A redirect
 * passes through. A fault of ours is logged with the request's number, which the person is told.
 */
export async function answerForm(
  previous: FormState,
  form: FormData,
  work: () => Promise<Outcome | void>,
): Promise<FormState> {
  const answers = previous.answers + 1;
  try {
    const { keepsValues, ...outcome } = (await work()) ?? {};
    // The page still shows what stood there before; a form made anew from that would undo the save.
    refresh();
    return { status: "done", ...outcome, ...(keepsValues && { values: valuesOf(form) }), answers };
  } catch (error) {
    unstable_rethrow(error);
    const { code, message, details } = toAppError(error);
    const { requestId } = getRequestContext();
    const isFault = code === "internal" || code === "unavailable";
    if (isFault) log.error({ err: error, requestId }, "form failed");
    const fieldErrors = toFieldErrors(details.fields);
    return {
      status: "failed",
      message: messageFor({ message, fieldErrors, requestId: isFault ? requestId : null }),
      fieldErrors,
      values: valuesOf(form),
      answers,
    };
  }
}

type Failure = {
  message: string;
  fieldErrors: Record<string, string>;
  requestId: string | null;
};

function messageFor({ message, fieldErrors, requestId }: Failure): string {
  if (requestId) return `${message} Request ${requestId}.`;
  if (Object.keys(fieldErrors).length === 0) return message;
  return "Nothing was saved yet. Please correct what is marked.";
}

function toFieldErrors(fields: unknown): Record<string, string> {
  return typeof fields === "object" && fields !== null ? (fields as Record<string, string>) : {};
}

function valuesOf(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    const isPrivate = /password/i.test(name) || name.startsWith("$ACTION");
    if (typeof value === "string" && !isPrivate) (values[name] ??= []).push(value);
  }
  return values;
}

/** The text sent for a field, or "" where none was. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Every text sent under a name, in order. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
