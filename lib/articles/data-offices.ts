import { officesOnDay } from "#lib/articles/offices-on-day.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** The offices of an actor, latest first. */
export const OFFICES = {
  select: { title: true, heldFrom: true, heldTo: true },
  orderBy: { heldFrom: { sort: "desc", nulls: "last" } },
} satisfies Prisma.Actor$officesArgs;

/** An actor as those see it who ask what office they held on a day. */
export const OFFICE_HOLDER_SELECT = {
  ...{ id: true, name: true, kind: true, country: true },
  offices: OFFICES,
} satisfies Prisma.ActorSelect;

type OfficeHolderRow = Prisma.ActorGetPayload<{ select: typeof OFFICE_HOLDER_SELECT }>;

/** Who someone was on a day (`YYYY-MM-DD`), with the titles of their offices then, as far as known. */
export function toOfficeHolder({ offices, ...actor }: OfficeHolderRow, day: string) {
  return { ...actor, offices: officesOn(offices, day) };
}

/** The titles of the offices that were held on a day (`YYYY-MM-DD`). */
export function officesOn(offices: OfficeHolderRow["offices"], day: string): string[] {
  const dated = offices.map(({ title, heldFrom, heldTo }) => ({
    title,
    heldFrom: heldFrom && toCalendarDay(heldFrom),
    heldTo: heldTo && toCalendarDay(heldTo),
  }));
  return officesOnDay(dated, day);
}

/** The titles held on both days: of what is only known to have been between them, nothing else is sure. */
export function officesThroughout(
  offices: OfficeHolderRow["offices"],
  first: string,
  last: string,
): string[] {
  const held = officesOn(offices, first);
  if (first === last) return held;
  const heldLast = new Set(officesOn(offices, last));
  return held.filter((title) => heldLast.has(title));
}
