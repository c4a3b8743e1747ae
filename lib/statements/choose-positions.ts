import type { PositionsQuery } from "#lib/statements/positions-query.ts";

/**
 * The actors of the table, as ids: those that were chosen, or else those with the `most` statements.
 * Where one of them (`besideId`) is compared with another, these two: the first chosen comes first.
 */
export function chooseActors(
  chosen: readonly string[],
  most: readonly string[],
  besideId: string | null,
): string[] {
  if (besideId === null) return chosen.length > 0 ? [...chosen] : [...most];
  const first = [...chosen, ...most].find((id) => id !== besideId);
  return first === undefined ? [besideId] : [first, besideId];
}

export type AskedColumn = { actorId: string; day: string };

/** A column for each actor, or one for each of two days, the earlier first. */
export function toColumns(
  actorIds: readonly string[],
  { on, compare }: Pick<PositionsQuery, "on" | "compare">,
): AskedColumn[] {
  const days = compare && "day" in compare && compare.day !== on ? [on, compare.day].sort() : [on];
  return actorIds.flatMap((actorId) => days.map((day) => ({ actorId, day })));
}
