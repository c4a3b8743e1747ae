import { httpStatusOf, toAppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { problemHeaders } from "#lib/http/problem.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

/**
 * A Next route handler for what readers and their programs open as a file: feeds, site maps,
 * originals. Whatever is thrown on the way becomes its status and a sentence in plain text.
 */
export function documentRoute<Context>(
  answer: (context: Context, request: Request) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      return await answer(context, request);
    } catch (thrown) {
      const error = toAppError(thrown);
      const status = httpStatusOf(error.code);
      const { requestId } = getRequestContext();
      if (status >= 500) log.error({ err: thrown, requestId }, "making a document failed");
      return new Response(`${error.message}\n`, { status, headers: problemHeaders(error) });
    }
  };
}
