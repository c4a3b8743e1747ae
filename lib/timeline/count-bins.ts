/** Counts of days, joined to those of longer stretches of the calendar. */
import { finestUnit, floorTo, nextOf, UNITS, type Unit } from "#lib/timeline/time-units.ts";
import type { CountBin, PictureLane, TimeSpan } from "#lib/timeline/types.ts";

export type DatedCount = {
  from: number;
  total: number;
  lanes: readonly (readonly [PictureLane, number])[];
};

const DAYS_AND_LONGER = UNITS.slice(UNITS.indexOf("day"));

/** The finest unit of days and longer of which a span has no more than so many. */
export function unitFor({ from, to }: TimeSpan, most: number): Unit {
  return finestUnit((to - from) / most, DAYS_AND_LONGER);
}

/** Sums counts by the units that they lie in, as far as these lie in `covers`; those without any are left out. */
export function toBins(counts: Iterable<DatedCount>, unit: Unit, covers: TimeSpan): CountBin[] {
  const bins = new Map<number, CountBin>();
  let current: CountBin | null = null;
  let [first, end] = [0, 0];
  for (const { from, total, lanes } of counts) {
    if (from < covers.from || from >= covers.to) continue;
    // Counts come in order of time as a rule: most fall into the unit of the one before.
    if (!current || from < first || from >= end) {
      [first, end] = [floorTo(unit, from), nextOf(unit, floorTo(unit, from))];
      const span = { from: Math.max(first, covers.from), to: Math.min(end, covers.to) };
      current = bins.get(first) ?? { ...span, total: 0, lanes: {} };
      bins.set(first, current);
    }
    current.total += total;
    for (const [lane, count] of lanes) current.lanes[lane] = (current.lanes[lane] ?? 0) + count;
  }
  return [...bins.values()].sort((one, other) => one.from - other.from);
}
