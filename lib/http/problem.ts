import { z } from "zod";
import {
  ERROR_CODES,
  httpStatusOf,
  toAppError,
  type AppError,
  type ErrorCode,
} from "#lib/errors.ts";
import { log } from "#lib/log.ts";

export const PROBLEM_MEDIA_TYPE = "application/problem+json";
const UNAVAILABLE_RETRY_AFTER_S = 5;

/** What each code means, whatever the occasion. */
export const PROBLEM_TITLES: Record<ErrorCode, string> = {
  invalid_input: "The request cannot be understood",
  unauthenticated: "A valid token is needed",
  forbidden: "The token's owner may not do this",
  not_found: "There is no such thing here",
  method_not_allowed: "This address does not answer that method",
  conflict: "It stands against what is there",
  gone: "It was taken back or deleted",
  payload_too_large: "The request is too large",
  unsupported_media_type: "This kind of content is not read here",
  not_publishable: "It lacks something that publishing needs",
  too_many_requests: "Too many requests",
  internal: "Something went wrong on our side",
  unavailable: "The archive cannot answer just now",
};

/**
 * An error as readers of the API get it (RFC 9457). Members beyond these say more about one
 * occasion: `missing` and `articleId` of "not_publishable", `current` of "conflict".
 */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** This occasion, for a person: what happened, whether anything was lost, what to do. */
    detail: z.string(),
    code: z.enum(ERROR_CODES),
    /** As in the `X-Request-Id` header: what the operator needs to find it in the log. */
    requestId: z.string(),
    /** The first problem of each field, by its dotted path. */
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .loose()
  .meta({ id: "Problem" });

/** Any thrown value as an answer. What is not an `AppError` is logged whole and shows nothing. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = toAppError(thrown);
  if (error.code === "internal" || error.code === "unavailable") {
    log.error({ err: thrown, requestId }, "API request failed");
  }
  return Response.json(toProblem(error, requestId), {
    status: httpStatusOf(error.code),
    headers: { "Content-Type": PROBLEM_MEDIA_TYPE, ...problemHeaders(error) },
  });
}

function toProblem(error: AppError, requestId: string) {
  const { fields, ...details } = error.details;
  return problemSchema.parse({
    ...details,
    type: `urn:diplomacy-archive:problem:${error.code}`,
    title: PROBLEM_TITLES[error.code],
    status: httpStatusOf(error.code),
    detail: error.message,
    code: error.code,
    requestId,
    ...(isRecord(fields) && {
      errors: Object.entries(fields).map(([field, message]) => ({
        field,
        message: String(message),
      })),
    }),
  });
}

/** What an error says in headers, besides its body. */
export function problemHeaders({ code, details }: AppError): Record<string, string> {
  if (code === "unauthenticated") return { "WWW-Authenticate": 'Bearer realm="archive"' };
  if (code === "unavailable") return { "Retry-After": String(UNAVAILABLE_RETRY_AFTER_S) };
  if (code === "too_many_requests") return { "Retry-After": String(details.retryAfterS) };
  return {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
