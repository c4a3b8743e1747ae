/** The entries of a timeline as a list, page by page. */
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { listEntries, type EntryRef } from "#lib/events/data-entries.ts";
import type { TimelineEntry, TimelineOrder } from "#lib/events/types.ts";
import { countArticleDays, listArticlesOfDays } from "#lib/search/data-article-days.ts";
import { listTimelineEvents } from "#lib/timeline/data-events.ts";
import { articleFilter } from "#lib/timeline/data-picture.ts";
import type { TimelineQuery } from "#lib/timeline/timeline-query.ts";

export type TimelineListPage = { entries: TimelineEntry[]; total: number };

/** Pages of a list, of some 20 kB. */
const MOST_KEPT = 200;

type Asked = Pick<TimelineQuery, "narrowing" | "window">;
type Paging = { page: number; pageSize: number; order: TimelineOrder };
type OfDay = { day: number; eventIds: string[]; articles: number };

/**
 * One page (from 1) of the events and articles that a timeline has in its window, and how many there
 * are. Of a day events come first. An event stands at its first day, if that lies before the window too.
 */
export async function listTimelineEntries(
  { narrowing, window }: Asked,
  { page, pageSize, order }: Paging,
): Promise<TimelineListPage> {
  return readPage({ narrowing, window, page, pageSize, order });
}

const readPage = keptUntilChange("timeline-lists", MOST_KEPT, makePage);

async function makePage(asked: Asked & Paging): Promise<TimelineListPage> {
  const { narrowing, window, page, pageSize, order } = asked;
  const { show } = narrowing;
  const from = window.from ?? -Infinity;
  const to = window.to ?? Infinity;
  const filter = articleFilter(narrowing);
  const [events, articleDays] = await Promise.all([
    show.includes("events") ? listTimelineEvents(narrowing) : [],
    show.includes("articles") ? countArticleDays(filter) : [],
  ]);
  const days = new Map<number, OfDay>();
  const dayOf = (day: number) => {
    const known = days.get(day) ?? { day, eventIds: [], articles: 0 };
    days.set(day, known);
    return known;
  };
  for (const { event, ...time } of events)
    if (time.from < to && time.to > from) dayOf(time.from).eventIds.push(event.id);
  // A day of articles counts where the window shows any of it.
  for (const { day, total } of articleDays)
    if (day < to && day + 1 > from) dayOf(day).articles = total;
  const sign = order === "newest" ? -1 : 1;
  const inOrder = [...days.values()].sort((one, other) => sign * (one.day - other.day));
  const total = inOrder.reduce((sum, day) => sum + countOf(day), 0);
  const { before, needed } = daysOfPage(inOrder, (page - 1) * pageSize, pageSize);
  const articles = await listArticlesOfDays(
    filter,
    new Set(needed.filter((each) => each.articles > 0).map(({ day }) => day)),
  );
  const refs = needed.flatMap(({ day, eventIds }): EntryRef[] => [
    ...eventIds.map((id) => ({ type: "event" as const, id })),
    ...articles
      .filter((article) => article.day === day)
      .map(({ id }) => ({ type: "article" as const, id })),
  ]);
  const start = (page - 1) * pageSize - before;
  return { entries: await listEntries(refs.slice(start, start + pageSize)), total };
}

function countOf({ eventIds, articles }: OfDay): number {
  return eventIds.length + articles;
}

/** The days that a page has entries of, and how many entries there are before them. */
function daysOfPage(days: readonly OfDay[], offset: number, size: number) {
  let before = 0;
  let end = 0;
  const needed: OfDay[] = [];
  for (const day of days) {
    const count = countOf(day);
    if (end + count <= offset) before += count;
    else if (end < offset + size) needed.push(day);
    else break;
    end += count;
  }
  return { before, needed };
}
