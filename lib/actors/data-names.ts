import type { ActorKind } from "#lib/actors/types.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** More than a browser completes from at once; others are typed whole. */
const MAX_CHOICES = 2_000;
const MAX_NAMESAKES = 20;

/** Somebody to choose by name, with what tells them from others of the name. */
export type ActorChoice = { id: string; name: string; kind: ActorKind; country: string | null };

/** Whom a form can propose, by name: the first 2,000 of those in use. */
export function listActorChoices(): Promise<ActorChoice[]> {
  return database.actor.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MAX_CHOICES,
    select: { id: true, name: true, kind: true, country: true },
  });
}

/**
 * Those in use who are meant by an id, or else by a name or another name, in whatever case; of one
 * merged away, whom it was merged into.
 */
export async function findActorsCalled(
  words: string,
  reader: Transaction = database,
): Promise<{ id: string; name: string }[]> {
  const select = { id: true, name: true };
  const byId = await reader.actor.findUnique({
    where: { id: words },
    select: { ...select, mergedInto: { select } },
  });
  if (byId) return [byId.mergedInto ?? { id: byId.id, name: byId.name }];
  const called = { equals: words, mode: "insensitive" } as const;
  return await reader.actor.findMany({
    where: {
      mergedIntoId: null,
      OR: [{ name: called }, { aliases: { some: { alias: called } } }],
    },
    orderBy: { id: "asc" },
    take: MAX_NAMESAKES,
    select,
  });
}
