import { isDeepStrictEqual } from "node:util";
import { AppError } from "#lib/errors.ts";

/** The fields that an edit started from, where that is to be made sure of. */
export type EditedFrom<Fields> = { base?: Fields };

/** Throws `AppError` "conflict" where the fields are not those any more that an edit started from. */
export function requireSameDefinition<Fields>(now: Fields, base: Fields | undefined): void {
  if (base === undefined || isDeepStrictEqual(now, base)) return;
  throw new AppError(
    "conflict",
    "Somebody has changed this definition since. Nothing was saved; please look at it again.",
  );
}
