import type { ActorKind, ActorLookup, ActorWithCounts } from "#lib/actors/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

type ActorFilter = { kind?: ActorKind; limit?: number; order?: "name" | "most" };

/**
 * Actors with their counts, by name or those most written about first; all of them, or the first
 * `limit`. An article counts once however often it mentions the actor.
 */
export async function listActorsWithCounts(filter: ActorFilter = {}): Promise<ActorWithCounts[]> {
  const { kind, limit, order = "name" } = filter;
  return await database.$queryRaw<ActorWithCounts[]>`
    SELECT actors.id, name, kind::text, country,
      (SELECT title FROM offices WHERE actor_id = actors.id
        ORDER BY held_from DESC NULLS LAST LIMIT 1) AS "latestOffice",
      coalesce(by_article.count, 0)::int AS "articleCount",
      coalesce(by_event.count, 0)::int AS "eventCount"
    FROM actors
    LEFT JOIN (
      SELECT actor_id, count(*) FROM (
        SELECT DISTINCT actor_id, article_id FROM mentions WHERE status <> 'rejected'
      ) mentioned JOIN article_search USING (article_id)
      GROUP BY actor_id
    ) by_article ON by_article.actor_id = actors.id
    LEFT JOIN (
      SELECT actor_id, count(*) FROM event_participants GROUP BY actor_id
    ) by_event ON by_event.actor_id = actors.id
    WHERE merged_into_id IS NULL ${kind ? Prisma.sql`AND kind = ${kind}::actor_kind` : Prisma.empty}
    ORDER BY ${order === "most" ? Prisma.sql`"articleCount" DESC, "eventCount" DESC,` : Prisma.empty}
      lower(name)
    ${limit ? Prisma.sql`LIMIT ${limit}` : Prisma.empty}`;
}

/** The people of the archive with their counts; the first `limit` by articles, or all by name. */
export async function listPeopleWithCounts(limit?: number): Promise<ActorWithCounts[]> {
  return await listActorsWithCounts({ kind: "person", limit, order: limit ? "most" : "name" });
}

const ACTOR_SELECT = {
  id: true,
  name: true,
  kind: true,
  country: true,
  description: true,
  wikidataId: true,
  mergedIntoId: true,
  aliases: { select: { alias: true }, orderBy: { alias: "asc" } },
  offices: {
    select: { title: true, heldFrom: true, heldTo: true },
    orderBy: { heldFrom: { sort: "desc", nulls: "last" } },
  },
  participations: {
    select: {
      role: true,
      event: { select: { id: true, title: true, date: true, startsOn: true, verification: true } },
    },
    orderBy: [{ event: { startsOn: "desc" } }, { eventId: "asc" }],
  },
} satisfies Prisma.ActorSelect;

/** The actor at an address, or the one that it was merged into; null where there never was one. */
export async function getActor(id: string): Promise<ActorLookup | null> {
  const row = await database.actor.findUnique({ where: { id }, select: ACTOR_SELECT });
  if (!row) return null;
  const { mergedIntoId, aliases, offices, participations, ...actor } = row;
  if (mergedIntoId) return { state: "merged", intoId: mergedIntoId };
  return {
    state: "found",
    actor: {
      ...actor,
      aliases: aliases.map(({ alias }) => alias),
      offices: offices.map(({ title, heldFrom, heldTo }) => ({
        title,
        heldFrom: heldFrom && toCalendarDay(heldFrom),
        heldTo: heldTo && toCalendarDay(heldTo),
      })),
      events: participations.map(({ role, event }) => ({
        ...event,
        startsOn: toCalendarDay(event.startsOn),
        role,
      })),
    },
  };
}
