import { isDatabaseAway } from "#lib/errors.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";

/** A page that failed because the database is away says so by its status, as the interface does. */
export function onRequestError(error: unknown): void {
  if (isDatabaseAway(error)) setDocumentStatus(503);
}
