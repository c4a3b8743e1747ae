/** How a suggestion is held while an editor decides about it, and how a decision is written down. */
import { holdLock } from "#lib/db/advisory-lock.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { SUGGESTIONS_LOCK } from "#lib/happenings/mutations-group.ts";
import type { Seen } from "#lib/happenings/schema.ts";

/** Holds a suggestion that nobody has changed since `seen.version`, whatever its state. */
export async function hold(tx: Transaction, { suggestionId, version }: Seen) {
  await holdLock(tx, SUGGESTIONS_LOCK);
  const suggestion = await tx.eventSuggestion.findUnique({
    where: { id: suggestionId },
    select: {
      ...{ state: true, version: true, eventId: true, addedByDecision: true },
      ...{ mergedIntoId: true, splitFromId: true },
    },
  });
  if (!suggestion) throw new AppError("not_found", "There is no such suggestion.");
  if (suggestion.version === version) return suggestion;
  throw new AppError(
    "conflict",
    "This suggestion has changed since you opened it: somebody decided about it, or new articles came. Nothing was done; reload the page to see it as it is.",
  );
}

/** The same, of an open one. */
export async function holdOpen(tx: Transaction, seen: Seen) {
  const suggestion = await hold(tx, seen);
  if (suggestion.state === "open") return suggestion;
  throw new AppError("conflict", "This suggestion is decided already. Undo that first.");
}

/** Writes down a decision; `null`: nobody has decided any longer. */
export async function decide(
  tx: Transaction,
  id: string,
  actor: Actor | null,
  data: Prisma.EventSuggestionUncheckedUpdateInput,
): Promise<void> {
  const by = { decidedAt: actor && new Date(), decidedById: actor?.userId ?? null };
  await tx.eventSuggestion.update({
    where: { id },
    data: { ...by, ...data, version: { increment: 1 } },
  });
}
