import { database } from "#lib/db/client.ts";
import type { EventSource } from "#lib/events/types.ts";

/** An event as one needs it to check it against its sources. */
export type EventToVerify = {
  id: string;
  title: string;
  /** Extended Date/Time Format, as written. */
  date: string;
  placeName: string | null;
  facts: string[];
  participants: string[];
  sources: EventSource[];
};

/** The first `limit` events that nobody has verified, the newest first, and how many there are. */
export async function listEventsToVerify(
  limit: number,
): Promise<{ items: EventToVerify[]; total: number }> {
  const where = { verification: "to_verify" } as const;
  const [rows, total] = await Promise.all([
    database.event.findMany({
      where,
      select: {
        id: true,
        title: true,
        date: true,
        placeName: true,
        facts: true,
        participants: {
          select: { role: true, actor: { select: { name: true } } },
          orderBy: { position: "asc" },
        },
        sources: {
          select: { publisher: true, title: true, url: true, stateMedia: true },
          orderBy: { position: "asc" },
        },
      },
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      take: limit,
    }),
    database.event.count({ where }),
  ]);
  const items = rows.map(({ participants, ...event }) => ({
    ...event,
    participants: participants.map(({ role, actor }) =>
      role ? `${actor.name}, ${role}` : actor.name,
    ),
  }));
  return { items, total };
}

/** Id and title of an event, to say what was just done with it; null where there is none. */
export async function getEventName(id: string): Promise<{ id: string; title: string } | null> {
  return await database.event.findUnique({ where: { id }, select: { id: true, title: true } });
}
