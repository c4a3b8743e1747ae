import type { MeetingPair, MeetingPerson } from "#lib/events/data-meetings.ts";

export type MeetingMatrix = {
  /** Those with most meetings first. */
  people: MeetingPerson[];
  /** How often two met, by their places in `people`; 0 for one with themselves. */
  counts: number[][];
  most: number;
};

/** The `size` people who met others most often, and how often each met each. */
export function meetingMatrix(pairs: readonly MeetingPair[], size: number): MeetingMatrix {
  const totals = new Map<string, { person: MeetingPerson; total: number }>();
  for (const { one, other, count } of pairs) {
    for (const person of [one, other]) {
      const known = totals.get(person.id);
      totals.set(person.id, { person, total: (known?.total ?? 0) + count });
    }
  }
  const people = [...totals.values()]
    .sort((a, b) => b.total - a.total || a.person.name.localeCompare(b.person.name))
    .slice(0, size)
    .map(({ person }) => person);
  const countOf = new Map(
    pairs.flatMap(({ one, other, count }): [string, number][] => [
      [`${one.id} ${other.id}`, count],
      [`${other.id} ${one.id}`, count],
    ]),
  );
  const counts = people.map((one) =>
    people.map((other) => countOf.get(`${one.id} ${other.id}`) ?? 0),
  );
  return { people, counts, most: Math.max(0, ...counts.flat()) };
}
