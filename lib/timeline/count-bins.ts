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

/** Sums counts by the units that they lie in; units without any are left out. */
export function toBins(counts: Iterable<DatedCount>, unit: Unit, covers: TimeSpan): CountBin[] {
  const bins = new Map<number, CountBin>();
  let current: CountBin | null = null;
  for (const { from, total, lanes } of counts) {
    if (from < covers.from || from >= covers.to) continue;
    // Counts come in order of time as a rule: most fall into the unit of the one before.
    if (!current || from < current.from || from >= current.to) {
      const start = floorTo(unit, from);
      current = bins.get(start) ?? { from: start, to: nextOf(unit, start), total: 0, lanes: {} };
      bins.set(start, current);
    }
    current.total += total;
    for (const [lane, count] of lanes) current.lanes[lane] = (current.lanes[lane] ?? 0) + count;
  }
  return [...bins.values()].sort((one, other) => one.from - other.from);
}
