import { listArticlesByIds } from "#lib/articles/data-timeline.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { lanesOf } from "#lib/events/lanes.ts";
import type { ArticleEntry, EventEntry, TimelineEntry } from "#lib/events/types.ts";

/** An entry by type and id, as the queries over events and articles together find it. */
export type EntryRef = { type: "event" | "article"; id: string };

export const EVENT_ENTRY_SELECT = {
  id: true,
  title: true,
  kind: true,
  date: true,
  startsOn: true,
  endsOn: true,
  placeName: true,
  placeCountry: true,
  verification: true,
  participants: { select: { actor: { select: { country: true } } } },
} satisfies Prisma.EventSelect;

type EventEntryRow = Prisma.EventGetPayload<{ select: typeof EVENT_ENTRY_SELECT }>;

/** An event's row as a line of the timeline. */
export function toEventEntry(row: EventEntryRow): EventEntry {
  const { participants, placeCountry, ...event } = row;
  return {
    ...event,
    type: "event",
    path: `/events/${event.id}`,
    startsOn: toCalendarDay(event.startsOn),
    endsOn: toCalendarDay(event.endsOn),
    lanes: lanesOf([placeCountry, ...participants.map(({ actor }) => actor.country)]),
  };
}

/** The published articles among these ids as lines of the timeline, in no particular order. */
export async function listArticleEntries(ids: string[]): Promise<ArticleEntry[]> {
  const articles = await listArticlesByIds(ids);
  return articles.map(({ id, path, headline, headlineProposed, publishedOn, ...rest }) => ({
    type: "article",
    id,
    path,
    title: headline,
    headlineProposed,
    startsOn: publishedOn,
    endsOn: publishedOn,
    lanes: lanesOf(rest.countries),
    verification: rest.verification,
    outletName: rest.outlet?.name ?? null,
  }));
}

/** The entries that these stand for, in their order; one that has just gone is left out. */
export async function listEntries(refs: readonly EntryRef[]): Promise<TimelineEntry[]> {
  const idsOf = (type: EntryRef["type"]) =>
    refs.flatMap((ref) => (ref.type === type ? [ref.id] : []));
  const [events, articles] = await Promise.all([
    database.event.findMany({
      where: { id: { in: idsOf("event") } },
      select: EVENT_ENTRY_SELECT,
    }),
    listArticleEntries(idsOf("article")),
  ]);
  const entries = new Map<string, TimelineEntry>(
    [...events.map(toEventEntry), ...articles].map((entry) => [`${entry.type} ${entry.id}`, entry]),
  );
  return refs.flatMap(({ type, id }) => entries.get(`${type} ${id}`) ?? []);
}
