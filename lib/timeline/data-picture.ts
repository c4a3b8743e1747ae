/** The read model of the timeline's picture: all of one view, however large the archive is. */
import { formatEdtf } from "#lib/dates/edtf.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { countArticleDays } from "#lib/search/data-article-days.ts";
import { countStatementDays } from "#lib/statements/data-day-counts.ts";
import { chooseEvents } from "#lib/timeline/choose-events.ts";
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

/** All of one view of the timeline; null where nothing at all is to be shown. */
export async function getPictureData({ narrowing, window }: Asked): Promise<PictureData | null> {
  return readPictureData({ narrowing, window });
}

const readPictureData = keptUntilChange("pictures", MOST_KEPT, makePictureData);

async function makePictureData({ narrowing, window }: Asked): Promise<PictureData | null> {
  const { show } = narrowing;
  const [events, articles, statements] = await Promise.all([
    show.includes("events") ? listTimelineEvents(narrowing) : [],
    show.includes("articles") ? listArticleCounts(narrowing) : [],
    show.includes("statements") ? listStatementCounts(narrowing) : [],
  ]);
  const extent = extentOf(events, articles, statements);
  if (!extent) return null;
  const starts = events.length > 0 ? events.map(({ from }) => from) : [extent.from, extent.to - 1];
  const first = roundedWindow(firstWindow(starts));
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
  const { chosen, rest } = chooseEvents(events.map(toChoosable), covers, asked);
  const unit = unitFor(covers, MOST_BINS);
  return {
    ...{ window: asked, covers, extent, first },
    lanes: lanesOf(narrowing, events, [...articles, ...statements]),
    entries: chosen.map(({ timed }) => toEntry(timed)),
    rest,
    articles: toBins(articles, unit, covers),
    statements: toBins(statements, unit, covers),
    overview: toOverview(extent, events, articles, statements),
    counts: {
      before: events.filter(({ to }) => to <= asked.from).length,
      within: events.filter(({ from, to }) => from < asked.to && to > asked.from).length,
      after: events.filter(({ from }) => from >= asked.to).length,
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

function extentOf(
  events: readonly TimedEvent[],
  ...counts: (readonly DatedCount[])[]
): TimeSpan | null {
  let [from, to] = [Infinity, -Infinity];
  for (const event of events) [from, to] = [Math.min(from, event.from), Math.max(to, event.to)];
  for (const days of counts) {
    from = Math.min(from, days[0]?.from ?? Infinity);
    to = Math.max(to, (days.at(-1)?.from ?? -Infinity) + 1);
  }
  return from < to ? { from: floorTo("month", from), to: nextOf("month", to - 1) } : null;
}

/** Those that are asked for; without a choice all, and one for the rest of the world where it is needed. */
function lanesOf(
  { lanes }: TimelineNarrowing,
  events: readonly TimedEvent[],
  counts: readonly DatedCount[],
): readonly PictureLane[] {
  if (lanes.length > 0) return lanes;
  const hasOther =
    events.some((event) => event.lanes[0] === OTHER_LANE) ||
    counts.some((count) => count.lanes.some(([lane]) => lane === OTHER_LANE));
  return hasOther ? ALL_LANES : LANE_IDS;
}

function toChoosable(timed: TimedEvent) {
  const { id, weight, kind } = timed.event;
  return { timed, id, weight, kind, from: timed.from, to: timed.to, lanes: timed.lanes };
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
  events: readonly TimedEvent[],
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
    events.map(({ from }) => ({ from, total: 1, lanes: [] })),
    "events",
  );
  add(articles, "articles");
  add(statements, "statements");
  return { unit, bins: [...bins.values()].sort((one, other) => one.from - other.from) };
}
