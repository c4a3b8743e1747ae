import type { ActorFields } from "#lib/actors/schema.ts";
import type { ActorKind } from "#lib/actors/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const PAGE_SIZE = 100;
/** More than a person would look through; beyond, they type the id. */
const MAX_CHOICES = 2_000;

export type NamedActor = { id: string; name: string };

export type ActorAdminItem = NamedActor & {
  kind: ActorKind;
  country: string | null;
  mergedInto: NamedActor | null;
  /** Of every status, in drafts too. */
  mentionCount: number;
  eventCount: number;
};

export type ActorAdminFilter = {
  /** Part of a name or of another name. */
  words?: string;
  kind?: ActorKind;
  isMerged: boolean;
};

/** One page of people, organisations and countries, by name. Pages count from 1. */
export async function listActorsForAdmin(
  filter: ActorAdminFilter,
  page: number,
): Promise<{ items: ActorAdminItem[]; total: number; pageCount: number }> {
  const where = toWhere(filter);
  const [rows, total] = await Promise.all([
    database.actor.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: {
        id: true,
        name: true,
        kind: true,
        country: true,
        mergedInto: { select: { id: true, name: true } },
        _count: { select: { mentions: true, participations: true } },
      },
    }),
    database.actor.count({ where }),
  ]);
  const items = rows.map(({ _count, ...actor }) => ({
    ...actor,
    mentionCount: _count.mentions,
    eventCount: _count.participations,
  }));
  return { items, total, pageCount: Math.ceil(total / PAGE_SIZE) };
}

function toWhere({ words, kind, isMerged }: ActorAdminFilter): Prisma.ActorWhereInput {
  const part = { contains: words, mode: "insensitive" } as const;
  return {
    ...(kind && { kind }),
    ...(words && { OR: [{ name: part }, { aliases: { some: { alias: part } } }] }),
    mergedIntoId: isMerged ? { not: null } : null,
  };
}

export type ActorForAdmin = ActorFields & { id: string; mergedInto: NamedActor | null };

/** One actor as it is edited, or null. */
export async function getActorForAdmin(id: string): Promise<ActorForAdmin | null> {
  const row = await database.actor.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      name: true,
      country: true,
      description: true,
      wikidataId: true,
      mergedInto: { select: { id: true, name: true } },
      aliases: { select: { alias: true }, orderBy: { alias: "asc" } },
      offices: {
        select: { title: true, heldFrom: true, heldTo: true },
        orderBy: { heldFrom: { sort: "desc", nulls: "last" } },
      },
    },
  });
  if (!row) return null;
  return {
    ...row,
    aliases: row.aliases.map(({ alias }) => alias),
    offices: row.offices.map(({ title, heldFrom, heldTo }) => ({
      title,
      heldFrom: heldFrom && toCalendarDay(heldFrom),
      heldTo: heldTo && toCalendarDay(heldTo),
    })),
  };
}

/** Whom an actor of this kind could be merged into, by name: the first 2,000. */
export function listMergeTargets(id: string, kind: ActorKind): Promise<NamedActor[]> {
  return database.actor.findMany({
    where: { kind, mergedIntoId: null, NOT: { id } },
    orderBy: { name: "asc" },
    take: MAX_CHOICES,
    select: { id: true, name: true },
  });
}

/** Countries that actors speak for, by name. */
export async function listActorCountries(): Promise<string[]> {
  const rows = await database.actor.findMany({
    where: { country: { not: null } },
    distinct: "country",
    orderBy: { country: "asc" },
    select: { country: true },
  });
  return rows.flatMap(({ country }) => country ?? []);
}
