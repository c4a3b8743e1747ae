/** Whether a happening is one of the events that the archive has. */
import { addDays } from "#lib/dates/calendar-day.ts";

/** Sources differ by a day about what happened at night or far away. */
export const DAYS_OFF = 1;

type Happening = { day: string; placeName: string | null; actorIds: readonly string[] };
export type KnownEvent = {
  id: string;
  startsOn: string;
  endsOn: string;
  placeName: string | null;
  actorIds: readonly string[];
};

/**
 * The event whose days hold that of the happening, whose place is not another, and of whose
 * participants at least two, or all that are known of either, took part in it; of several the one
 * with most in common. Null where none agrees in all three.
 */
export function matchEvent(happening: Happening, events: readonly KnownEvent[]): string | null {
  const [best] = events
    .filter((event) => isThen(happening, event) && isThere(happening, event))
    .map((event) => ({ event, shared: shared(happening, event) }))
    .filter(({ event, shared: count }) => {
      const fewest = Math.min(event.actorIds.length, happening.actorIds.length);
      return count > 0 && count >= Math.min(2, fewest);
    })
    .sort((a, b) => b.shared - a.shared || (a.event.id < b.event.id ? -1 : 1));
  return best?.event.id ?? null;
}

function isThen({ day }: Happening, { startsOn, endsOn }: KnownEvent): boolean {
  return addDays(startsOn, -DAYS_OFF) <= day && day <= addDays(endsOn, DAYS_OFF);
}

function isThere(happening: Happening, event: KnownEvent): boolean {
  const [ours, theirs] = [happening.placeName, event.placeName].map((name) => name?.toLowerCase());
  return !ours || !theirs || ours.includes(theirs) || theirs.includes(ours);
}

function shared(happening: Happening, event: KnownEvent): number {
  return event.actorIds.filter((id) => happening.actorIds.includes(id)).length;
}
