import { officesOn, OFFICES } from "#lib/articles/data-offices.ts";
import { PUBLISHED } from "#lib/articles/data.ts";
import { addDays, toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { Account } from "#lib/happenings/describe-happening.ts";
import { DAYS_OFF, type KnownEvent } from "#lib/happenings/match-event.ts";

/** A description goes by so many of a group's articles, the earliest; of more, they say no more. */
const MAX_ACCOUNTS = 60;

/** What those of these articles that readers may see tell, the earliest first. */
export async function readAccounts(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<Account[]> {
  const rows = await tx.article.findMany({
    where: { id: { in: [...articleIds] }, ...PUBLISHED },
    orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
    take: MAX_ACCOUNTS,
    select: {
      ...{ id: true, headline: true, headlineProposed: true, publishedOn: true, body: true },
      outlet: { select: { name: true } },
      mentions: {
        where: { status: { not: "rejected" } },
        select: { actorId: true, startsAt: true },
      },
    },
  });
  return rows.map(({ outlet, headline, publishedOn, ...row }) => ({
    ...row,
    // A check constraint gives everything public a headline and a day.
    headline: headline as string,
    publishedOn: toCalendarDay(publishedOn as Date),
    outlet: outlet?.name ?? null,
  }));
}

/** The offices of actors on a day, as roles; null where none is known. */
export async function readRoles(
  tx: Transaction,
  actorIds: readonly string[],
  day: string,
): Promise<Map<string, string | null>> {
  const actors = await tx.actor.findMany({
    where: { id: { in: [...actorIds] } },
    select: { id: true, offices: OFFICES },
  });
  return new Map(actors.map(({ id, offices }) => [id, officesOn(offices, day)[0] ?? null]));
}

/** The events of about a day, as far as a happening is compared with them. */
export async function listEventsAbout(tx: Transaction, day: string): Promise<KnownEvent[]> {
  const rows = await tx.event.findMany({
    where: {
      startsOn: { lte: toDateColumn(addDays(day, DAYS_OFF)) },
      endsOn: { gte: toDateColumn(addDays(day, -DAYS_OFF)) },
    },
    select: {
      ...{ id: true, startsOn: true, endsOn: true, placeName: true },
      participants: { select: { actorId: true } },
    },
  });
  return rows.map(({ id, startsOn, endsOn, placeName, participants }) => ({
    ...{ id, placeName, actorIds: participants.map(({ actorId }) => actorId) },
    startsOn: toCalendarDay(startsOn),
    endsOn: toCalendarDay(endsOn),
  }));
}
