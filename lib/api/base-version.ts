import { AppError } from "#lib/errors.ts";

/**
 * The version that a change starts from: `version` of the body or `If-Match: "3"`. Throws `AppError`
 * "invalid_input" where neither says it, or they differ.
 */
export function requireBaseVersion(version: number | undefined, ifMatch: string | null): number {
  const matched = ifMatch === null ? undefined : Number(/^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]);
  const base = version ?? matched;
  if (base !== undefined && !Number.isNaN(base) && (matched ?? base) === base) return base;
  throw new AppError(
    "invalid_input",
    'Nothing was changed. Please say which version your changes start from, as version in the body or as If-Match: "3".',
    { details: { fields: { version: "is missing, or is not what If-Match says" } } },
  );
}
