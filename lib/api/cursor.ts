import type { z } from "zod";
import { AppError } from "#lib/errors.ts";

/**
 * Where a list goes on, as an opaque string: callers hand it back and never look inside, so that
 * how a list is paged may change.
 */
export function toCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** The position that a cursor stands for. Throws `AppError` "invalid_input" for any other string. */
export function fromCursor<T extends z.ZodType>(schema: T, cursor: string): z.output<T> {
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (parsed.success) return parsed.data;
  throw new AppError(
    "invalid_input",
    "The cursor is not one that this list gave. Please begin without one.",
    { details: { fields: { cursor: "is not a cursor of this list" } } },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
