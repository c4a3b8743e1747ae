import type { z } from "zod";
import { AppError } from "#lib/errors.ts";

type Issue = z.core.$ZodIssue;

const IS_PREDICATE = /^(?:is|has|are|lacks)\b/;

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
  for (const { path, message } of error.issues.flatMap(toProblems)) {
    fields[path.join(".") || name] ??= message;
  }
  const sentences = Object.entries(fields).map(([field, message]) =>
    IS_PREDICATE.test(message) ? `${field} ${message}.` : message,
  );
  throw new AppError("invalid_input", `Please correct this: ${sentences.join(" ")}`, {
    details: { fields },
  });
}

type Problem = { path: PropertyKey[]; message: string };

/** What zod found, with what may stand there and under the name of what it stands under. */
function toProblems(issue: Issue): Problem[] {
  const { path, message } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], message: "is not known here" }));
  }
  if (issue.code === "invalid_value" && message.startsWith("Invalid")) {
    return [{ path, message: `is none of ${issue.values.map(String).join(", ")}` }];
  }
  if (issue.code === "invalid_union") {
    const [closest] = issue.errors.filter(([first]) => first && first.code !== "invalid_type");
    const problems = closest?.flatMap(toProblems);
    // Of several values, the name of all is enough.
    if (problems) return problems.map((problem) => ({ ...problem, path }));
  }
  return [{ path, message }];
}
