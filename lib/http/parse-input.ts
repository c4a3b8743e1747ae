import type { z } from "zod";
import { AppError } from "#lib/errors.ts";

/**
 * The value that `schema` reads from `input`. Throws `AppError` "invalid_input" with
 * `details.fields`: the first problem of each field, by its dotted path, or by `name` where the input
 * is a single value.
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
  name = "value",
): z.output<T> {
  const { data, error } = schema.safeParse(input);
  if (!error) return data as z.output<T>;
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".") || name] ??= issue.message;
  throw new AppError("invalid_input", `Please correct this: ${Object.values(fields).join(" ")}`, {
    details: { fields },
  });
}
