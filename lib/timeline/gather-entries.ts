/** What is not named, as marks that say how many there are in a stretch of the calendar. */
import { GATHERED_WIDTH, POINT_RADIUS } from "#lib/timeline/measures.ts";
import { clamp, markOf } from "#lib/timeline/name-entries.ts";
import type { Scale } from "#lib/timeline/ticks.ts";
import { eachIn, finestUnit, nextOf, UNITS, type Unit } from "#lib/timeline/time-units.ts";
import type {
  CountBin,
  GatheredMark,
  LaneBand,
  PictureEntry,
  PictureLane,
  TimeSpan,
} from "#lib/timeline/types.ts";

/** Events are dated to the day at best. */
const DAYS_AND_LONGER = UNITS.slice(UNITS.indexOf("day"));

type Stretch = TimeSpan & { visible: TimeSpan };

/**
 * Gathers entries by lane and by the finest unit of the calendar of which each has room for a mark,
 * so that the marks stay what they are while the picture is moved. One that is in several lanes counts
 * in each of them.
 */
export function gatherEntries(
  entries: readonly PictureEntry[],
  rest: readonly CountBin[],
  bands: readonly LaneBand[],
  window: TimeSpan,
  scale: Scale,
): GatheredMark[] {
  const stretches = stretchesOf(window, scale);
  const at = (from: number) => indexAt(stretches, clamp(from, window.from, window.to));
  return bands.flatMap((band) => {
    const counts = new Map<number, { count: number; only: PictureEntry | null }>();
    const count = (index: number, number: number, only: PictureEntry | null) => {
      const before = counts.get(index)?.count ?? 0;
      counts.set(index, {
        count: before + number,
        only: before === 0 && number === 1 ? only : null,
      });
    };
    for (const entry of entries) if (entry.lanes.includes(band.id)) count(at(entry.from), 1, entry);
    for (const bin of rest) {
      const number = countIn(bin, band.id);
      if (number > 0) count(at(bin.from), number, null);
    }
    return [...counts]
      .sort(([one], [other]) => one - other)
      .map(([index, { count, only }]) =>
        toMark(band, stretches[index] as Stretch, count, only, scale),
      );
  });
}

/** How many of a bin are in a lane. */
export function countIn(bin: CountBin, lane: PictureLane): number {
  return bin.lanes[lane] ?? 0;
}

/** Calendar units over the window; those that an edge cuts too short are joined with their neighbour. */
function stretchesOf(window: TimeSpan, scale: Scale): Stretch[] {
  const daysPerPixel = (window.to - window.from) / (scale.right - scale.left);
  const unit: Unit = finestUnit(GATHERED_WIDTH * daysPerPixel, DAYS_AND_LONGER);
  const stretches: Stretch[] = [];
  for (const from of eachIn(unit, window)) {
    const to = nextOf(unit, from);
    const visible = { from: Math.max(from, window.from), to: Math.min(to, window.to) };
    const last = stretches.at(-1);
    const isShort = (span: TimeSpan) => (span.to - span.from) / daysPerPixel < GATHERED_WIDTH;
    if (last && (isShort(last.visible) || isShort(visible))) {
      last.to = to;
      last.visible.to = visible.to;
    } else stretches.push({ from, to, visible });
  }
  return stretches;
}

function indexAt(stretches: readonly Stretch[], time: number): number {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle] as Stretch).from <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

function toMark(
  band: LaneBand,
  { from, to, visible }: Stretch,
  count: number,
  only: PictureEntry | null,
  scale: Scale,
): GatheredMark {
  const [left, right] = [scale.xOf(visible.from), scale.xOf(visible.to)];
  const place = { lane: band.id, y: band.top + band.gatheredY, span: { from, to }, count, only };
  if (!only) {
    const middle = (left + right) / 2;
    const half = Math.min(GATHERED_WIDTH, right - left) / 2 - 1;
    return { ...place, box: { left: middle - half, right: middle + half } };
  }
  const { mark } = markOf(only, scale);
  const start = clamp(mark.left, left + 1, right - 2 * POINT_RADIUS - 1);
  return {
    ...place,
    box: { left: start, right: clamp(mark.right, start + 2 * POINT_RADIUS, right - 1) },
  };
}
