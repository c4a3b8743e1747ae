/**
 * Every error that the archive raises on purpose: one class, one list of codes,
 * one table from code to HTTP status. Anything that is not an `AppError` is a
 * fault of ours, is logged whole, and leaks nothing to the reader.
 */
const HTTP_STATUS_BY_CODE = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  gone: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  not_publishable: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof HTTP_STATUS_BY_CODE;

export const ERROR_CODES = Object.keys(HTTP_STATUS_BY_CODE) as ErrorCode[];

type AppErrorOptions = {
  cause?: unknown;
  /** Extra members for the reader's `problem+json`; never secrets. */
  details?: Record<string, unknown>;
};

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  /** `message` is shown to people: what happened, whether anything was lost, what to do. */
  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** The HTTP status that stands for an error code. */
export function httpStatusOf(code: ErrorCode): number {
  return HTTP_STATUS_BY_CODE[code];
}

const DATABASE_AWAY_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "P1001",
  "P1017",
  "57P01",
  "57P03",
]);

/** True when the cause of an error, at any depth, is that the database cannot be reached. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause && depth < 5; depth++) {
    const { code, message } = cause as { code?: unknown; message?: unknown };
    if (typeof code === "string" && DATABASE_AWAY_CODES.has(code)) return true;
    if (
      typeof message === "string" &&
      /can't reach database|connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable/i.test(
        message,
      )
    )
      return true;
    cause = (cause as { cause?: unknown }).cause;
  }
  return false;
}

/** Any thrown value as an `AppError`, so that unknown faults never show their inside. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) {
    return new AppError(
      "unavailable",
      "The archive's database cannot be reached. Nothing was changed. Please try again in a minute.",
      { cause: error },
    );
  }
  return new AppError(
    "internal",
    "Something went wrong on our side. Nothing was changed. Please try again; if it happens again, tell the archive's operator the request number.",
    { cause: error },
  );
}
