import { AppError } from "#lib/errors.ts";
import { MAX_IMPORTED_EVENTS } from "#lib/exchange/schema-event-import.ts";
import { counted } from "#lib/text/counted.ts";

/** Before any of them is looked at. Throws `AppError` "payload_too_large" where they are too many. */
export function requireFewEvents(count: number): void {
  if (count <= MAX_IMPORTED_EVENTS) return;
  throw new AppError(
    "payload_too_large",
    `It has more than ${counted(MAX_IMPORTED_EVENTS, "event")}, as many as may be imported at once. Please import it in parts. Nothing was stored.`,
  );
}
