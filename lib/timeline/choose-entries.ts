/** Which events and commitments go to the reader by themselves, and what the others add up to. */
import { compareImportance } from "#lib/timeline/importance-order.ts";
import { toBins, unitFor } from "#lib/timeline/count-bins.ts";
import type { CountBin, PictureEntry, TimeSpan } from "#lib/timeline/types.ts";

/** Entries that are sent, at most: more than a wide picture can name, in the compressed size that it may have. */
const MOST_ENTRIES = 480;
const SLICES = 40;
const MOST_BINS = 120;

type Choosable = Pick<PictureEntry, "id" | "from" | "to" | "lanes" | "weight" | "kind">;

/**
 * The most important of each slice of time, so that where little happened that is there too, and counts
 * of all others. No count lies on an edge of the `window`: what reaches into it is counted there.
 */
export function chooseEntries<T extends Choosable>(
  events: readonly T[],
  covers: TimeSpan,
  window: TimeSpan = covers,
): { chosen: T[]; rest: CountBin[] } {
  const shown = events.filter(({ from, to }) => from < covers.to && to > covers.from);
  if (shown.length <= MOST_ENTRIES) return { chosen: shown, rest: [] };
  const slices = Array.from({ length: SLICES }, (): T[] => []);
  const length = (covers.to - covers.from) / SLICES;
  for (const event of shown) {
    const slice = Math.floor((Math.max(event.from, covers.from) - covers.from) / length);
    slices[Math.min(slice, SLICES - 1)]?.push(event);
  }
  const chosen = new Set(
    slices.flatMap((slice) => slice.sort(compareImportance).slice(0, MOST_ENTRIES / SLICES)),
  );
  const others = shown.filter((event) => !chosen.has(event));
  const unit = unitFor(covers, MOST_BINS);
  const spans = [
    { from: covers.from, to: window.from },
    window,
    { from: window.to, to: covers.to },
  ];
  const countIn = (span: TimeSpan, events: readonly T[]) =>
    toBins(
      events.map(({ from, lanes }) => ({
        from: Math.max(from, span.from),
        total: 1,
        lanes: lanes.map((lane) => [lane, 1] as const),
      })),
      unit,
      span,
    );
  const placed = Map.groupBy(others, ({ from, to }): number =>
    to <= window.from ? 0 : from < window.to ? 1 : 2,
  );
  const rest = spans.flatMap((span, i) => countIn(span, placed.get(i) ?? []));
  return { chosen: shown.filter((event) => chosen.has(event)), rest };
}
