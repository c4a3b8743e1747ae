import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { Gazetteer, GazetteerTopic } from "#lib/ingest/pipeline.ts";

/** All actors and topics in use, as the text of an article is matched against them. */
export async function getGazetteer(client: Transaction = database): Promise<Gazetteer> {
  const actors = await client.actor.findMany({
    where: { mergedIntoId: null },
    select: {
      id: true,
      name: true,
      kind: true,
      country: true,
      aliases: { select: { alias: true }, orderBy: { alias: "asc" } },
      offices: { select: { title: true, heldFrom: true, heldTo: true }, orderBy: { id: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  const topics = await listGazetteerTopics(client);
  return {
    topics,
    actors: actors.map(({ aliases, offices, ...actor }) => ({
      ...actor,
      aliases: aliases.map(({ alias }) => alias),
      offices: offices.map(({ title, heldFrom, heldTo }) => ({
        title,
        from: heldFrom && toCalendarDay(heldFrom),
        to: heldTo && toCalendarDay(heldTo),
      })),
    })),
  };
}

/** All topics in use, as texts are matched against them. */
export async function listGazetteerTopics(
  client: Transaction = database,
): Promise<GazetteerTopic[]> {
  return await client.topic.findMany({
    where: { mergedIntoId: null },
    select: {
      id: true,
      label: true,
      definition: true,
      keywords: true,
      exceptions: true,
      hitsNeeded: true,
    },
    orderBy: { id: "asc" },
  });
}
