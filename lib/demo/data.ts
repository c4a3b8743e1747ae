import { database } from "#lib/db/client.ts";

/** True while nobody has put anything in: no original, no event, no term, no actor. */
export async function isArchiveEmpty(): Promise<boolean> {
  const first = { select: { id: true } };
  const found = await Promise.all([
    database.original.findFirst(first),
    database.event.findFirst(first),
    database.topic.findFirst(first),
    database.actor.findFirst(first),
  ]);
  return found.every((row) => row === null);
}
