/** The read model of the timeline's picture: all of one view, however large the archive is. */
import { formatEdtf } from "#lib/dates/edtf.ts";
import { today } from "#lib/dates/today.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { countArticleDays } from "#lib/search/data-article-days.ts";
import { countStatementDays } from "#lib/statements/data-day-counts.ts";
import { chooseEntries } from "#lib/timeline/choose-entries.ts";
import {
  listTimelineCommitments,
  toPicturedCommitment,
  type TimedCommitment,
} from "#lib/timeline/data-commitments.ts";
import { toBins, unitFor, type DatedCount } from "#lib/timeline/count-bins.ts";
import { listTimelineEvents, type TimedEvent } from "#lib/timeline/data-events.ts";
import { firstWindow } from "#lib/timeline/first-window.ts";
import { floorTo, nextOf, toTime } from "#lib/timeline/time-units.ts";
import {
  knownBefore,
  type TimelineNarrowing,
  type TimelineQuery,
} from "#lib/timeline/timeline-query.ts";
import {
  COMMITMENT_LANE,
  OTHER_LANE,
  type OverviewBin,
  type PictureData,
  type PictureEntry,
  type PictureLane,
  type TimeSpan,
} from "#lib/timeline/types.ts";
import { roundedWindow, toWindow } from "#lib/timeline/view-window.ts";

/** Of counts of articles and of statements, in a view; and of the strip under it. */
const MOST_BINS = 420;
const MOST_OVERVIEW_BINS = 240;
/** Views, of some 200 kB at most. */
const MOST_KEPT = 60;
const ALL_LANES: readonly PictureLane[] = [...LANE_IDS, OTHER_LANE];

type Asked = Pick<TimelineQuery, "narrowing" | "window">;
type TimedEntry = Pick<PictureEntry, "id" | "from" | "to" | "lanes" | "weight" | "kind"> & {
  draw(): PictureEntry;
};

/** All of one view of the timeline; null where nothing at all is to be shown. */
export async function getPictureData({ narrowing, window }: Asked): Promise<PictureData | null> {
  const day = narrowing.show.includes("commitments") ? today() : null;
  return readPictureData({ narrowing, window, day });
}

const readPictureData = keptUntilChange("pictures", MOST_KEPT, makePictureData);

/** `day`: on which commitments are seen; null where none are shown. */
type Dated = Asked & { day: string | null };

async function makePictureData({ narrowing, window, day }: Dated): Promise<PictureData | null> {
  const { show } = narrowing;
  const hasEvents = show.includes("events");
  const [events, commitments, articles, statements] = await Promise.all([
    hasEvents ? listTimelineEvents(narrowing) : [],
    day === null ? [] : listTimelineCommitments(narrowing, day),
    show.includes("articles") ? listArticleCounts(narrowing) : [],
    show.includes("statements") ? listStatementCounts(narrowing) : [],
  ]);
  const entries = [...events.map(ofEvent), ...commitments.map(ofCommitment)];
  const extent = extentOf(entries, articles, statements);
  if (!extent) return null;
  const first = roundedWindow(firstWindow(startsOf(entries, extent)));
  const asked = toWindow({
    from: window.from ?? (window.to === null ? first.from : Math.min(extent.from, window.to - 1)),
    to: window.to ?? (window.from === null ? first.to : Math.max(extent.to, window.from + 1)),
  });
  const length = asked.to - asked.from;
  // In whole days: what is counted by days stands at their beginnings.
  const covers = {
    from: Math.floor(asked.from - length),
    to: Math.ceil(asked.to + length),
  };
  const { chosen, rest } = chooseEntries(entries, covers, asked);
  const unit = unitFor(covers, MOST_BINS);
  return {
    ...{ window: asked, covers, extent, first },
    lanes: lanesOf(narrowing, entries, [...articles, ...statements]),
    hasEvents,
    entries: chosen.map(({ draw }) => draw()),
    rest,
    articles: toBins(articles, unit, covers),
    statements: toBins(statements, unit, covers),
    overview: toOverview(extent, entries, articles, statements),
    counts: {
      before: entries.filter(({ to }) => to <= asked.from).length,
      within: entries.filter(({ from, to }) => from < asked.to && to > asked.from).length,
      after: entries.filter(({ from }) => from >= asked.to).length,
    },
  };
}

async function listArticleCounts(narrowing: TimelineNarrowing): Promise<DatedCount[]> {
  const days = await countArticleDays(articleFilter(narrowing));
  return days.map(({ day, total, lanes }) => ({
    from: day,
    total,
    lanes: ALL_LANES.flatMap((lane, i) => {
      const count = lanes[i] ?? 0;
      return count > 0 ? [[lane, count] as const] : [];
    }),
  }));
}

/** What of a narrowing concerns articles. */
export function articleFilter(narrowing: TimelineNarrowing) {
  const { text, topicId, actorId, outletSlug, lanes } = narrowing;
  return { text, topicId, actorId, outletSlug, lanes, knownBefore: knownBefore(narrowing) };
}

async function listStatementCounts(narrowing: TimelineNarrowing): Promise<DatedCount[]> {
  const days = await countStatementDays(articleFilter(narrowing));
  return days.map(({ day, lane, count }) => ({
    from: toTime(day),
    total: count,
    lanes: [[lane ?? OTHER_LANE, count]],
  }));
}

/** From the first to the last of all. A commitment may be due in a hundred years: it counts where it was made. */
function extentOf(
  entries: readonly TimedEntry[],
  ...counts: (readonly DatedCount[])[]
): TimeSpan | null {
  let [from, to] = [Infinity, -Infinity];
  for (const entry of entries) {
    const end = entry.kind === COMMITMENT_LANE ? entry.from + 1 : entry.to;
    [from, to] = [Math.min(from, entry.from), Math.max(to, end)];
  }
  for (const days of counts) {
    from = Math.min(from, days[0]?.from ?? Infinity);
    to = Math.max(to, (days.at(-1)?.from ?? -Infinity) + 1);
  }
  return from < to ? { from: floorTo("month", from), to: nextOf("month", to - 1) } : null;
}

function startsOf(entries: readonly TimedEntry[], extent: TimeSpan): number[] {
  if (entries.length === 0) return [extent.from, extent.to - 1];
  return entries.map(({ from }) => from).sort((one, other) => one - other);
}

/**
 * Those that are asked for; without a choice all, and one for the rest of the world where it is
 * needed; under them that of commitments, where any are shown.
 */
function lanesOf(
  { lanes }: TimelineNarrowing,
  entries: readonly TimedEntry[],
  counts: readonly DatedCount[],
): readonly PictureLane[] {
  const hasCommitments = entries.some(({ kind }) => kind === COMMITMENT_LANE);
  const hasOther =
    entries.some((entry) => entry.lanes[0] === OTHER_LANE) ||
    counts.some((count) => count.lanes.some(([lane]) => lane === OTHER_LANE));
  const sides = lanes.length > 0 ? lanes : hasOther ? ALL_LANES : LANE_IDS;
  return hasCommitments ? [...sides, COMMITMENT_LANE] : sides;
}

function ofEvent(timed: TimedEvent): TimedEntry {
  const { from, to, lanes, event } = timed;
  const { id, weight, kind } = event;
  return { id, weight, kind, from, to, lanes, draw: () => toEntry(timed) };
}

function ofCommitment(timed: TimedCommitment): TimedEntry {
  const drawn = toPicturedCommitment(timed);
  return { ...drawn, draw: () => drawn };
}

function toEntry({ event, from, to, isSoft, lanes }: TimedEvent): PictureEntry {
  const { id, title, kind, weight, date } = event;
  return {
    ...{ id, title, kind, weight, from, to, isSoft, lanes },
    path: `/events/${id}`,
    dateLabel: formatEdtf(date),
    isToVerify: event.verification === "to_verify",
  };
}

function toOverview(
  extent: TimeSpan,
  entries: readonly TimedEntry[],
  articles: readonly DatedCount[],
  statements: readonly DatedCount[],
): PictureData["overview"] {
  const unit = unitFor(extent, MOST_OVERVIEW_BINS);
  const bins = new Map<number, OverviewBin>();
  const add = (counts: readonly DatedCount[], what: "events" | "articles" | "statements") => {
    for (const { from, to, total } of toBins(counts, unit, extent)) {
      const none = { from, to, events: 0, articles: 0, statements: 0 };
      const bin = bins.get(from) ?? none;
      bin[what] += total;
      bins.set(from, bin);
    }
  };
  add(
    entries.map(({ from }) => ({ from, total: 1, lanes: [] })),
    "events",
  );
  add(articles, "articles");
  add(statements, "statements");
  return { unit, bins: [...bins.values()].sort((one, other) => one.from - other.from) };
}
