import { escapeText } from "entities";
import { httpStatusOf, toAppError, type ErrorCode } from "#lib/errors.ts";
import { readBody } from "#lib/http/body.ts";
import { errorDocument } from "#lib/http/error-document.ts";
import { problemHeaders } from "#lib/http/problem.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { requireSameOrigin } from "#lib/http/same-origin.ts";
import { log } from "#lib/log.ts";

const MAX_FORM_BYTES = 64 * 1024;
const SEE_OTHER = 303;

const TITLES: Partial<Record<ErrorCode, string>> = {
  invalid_input: "This could not be used",
  forbidden: "This came from another site",
  not_found: "There is nothing here",
  gone: "This link no longer works",
  conflict: "This stands against what is there",
  too_many_requests: "Please wait a little",
};

/**
 * A Next route handler for a form of a reader's page, which no script takes part in. `work` does what
 * the form asks, and gives the path of the page to show then; what it throws on purpose becomes a page
 * that says so. Throws "forbidden" in the same way where another site sent the form.
 */
export function formRoute<Context>(
  work: (form: URLSearchParams, context: Context) => Promise<string>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      requireSameOrigin(request);
      const path = await work(await readForm(request), context);
      return leadTo(path);
    } catch (thrown) {
      return refusal(thrown);
    }
  };
}

/** Has the browser ask for another page of ours. */
export function leadTo(path: string): Response {
  const headers = { Location: path, "Cache-Control": "no-store" };
  return new Response(null, { status: SEE_OTHER, headers });
}

/** The fields of a form that was sent as browsers send one without files. Throws `AppError`. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const { bytes } = await readBody(request, MAX_FORM_BYTES);
  return new URLSearchParams(new TextDecoder().decode(bytes));
}

function refusal(thrown: unknown): Response {
  const error = toAppError(thrown);
  const status = httpStatusOf(error.code);
  const { requestId } = getRequestContext();
  if (status >= 500) log.error({ err: thrown, requestId }, "a reader's form failed");
  const page =
    status >= 500
      ? errorDocument(requestId)
      : errorDocument(requestId, {
          title: TITLES[error.code] ?? "Nothing was done",
          advice: escapeText(error.message),
        });
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    ...problemHeaders(error),
  };
  return new Response(page, { status, headers });
}
