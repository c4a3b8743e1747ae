/** The entries of a timeline as a list, page by page. */
import { today } from "#lib/dates/today.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { listEntries, type EntryRef } from "#lib/events/data-entries.ts";
import type { TimelineOrder } from "#lib/events/types.ts";
import { countArticleDays, listArticlesOfDays } from "#lib/search/data-article-days.ts";
import { listTimelineCommitments, toCommitmentLine } from "#lib/timeline/data-commitments.ts";
import { listTimelineEvents } from "#lib/timeline/data-events.ts";
import { articleFilter } from "#lib/timeline/data-picture.ts";
import type { TimelineQuery } from "#lib/timeline/timeline-query.ts";
import type { CommitmentEntry, TimelineLine } from "#lib/timeline/types.ts";

export type TimelineListPage = { entries: TimelineLine[]; total: number };

/** Pages of a list, of some 20 kB. */
const MOST_KEPT = 200;

type Asked = Pick<TimelineQuery, "narrowing" | "window">;
type Paging = { page: number; pageSize: number; order: TimelineOrder };
/** `day`: on which commitments are seen; null where none are shown. */
type Dated = Asked & { day: string | null };
type OfDay = { day: number; eventIds: string[]; commitments: CommitmentEntry[]; articles: number };
type LineRef = EntryRef | CommitmentEntry;

/**
 * One page (from 1) of the events, commitments and articles that a timeline has in its window, and how
 * many there are. Of a day they come in that order. What lasts stands at its first day, if that lies
 * before the window too.
 */
export async function listTimelineEntries(
  { narrowing, window }: Asked,
  { page, pageSize, order }: Paging,
): Promise<TimelineListPage> {
  const day = narrowing.show.includes("commitments") ? today() : null;
  return readPage({ narrowing, window, page, pageSize, order, day });
}

const readPage = keptUntilChange("timeline-lists", MOST_KEPT, makePage);

async function makePage(asked: Dated & Paging): Promise<TimelineListPage> {
  const { page, pageSize, order } = asked;
  const filter = articleFilter(asked.narrowing);
  const days = await listDays(asked, filter);
  const sign = order === "newest" ? -1 : 1;
  const inOrder = days.sort((one, other) => sign * (one.day - other.day));
  const total = inOrder.reduce((sum, day) => sum + countOf(day), 0);
  const { before, needed } = daysOfPage(inOrder, (page - 1) * pageSize, pageSize);
  const articles = await listArticlesOfDays(
    filter,
    new Set(needed.filter((each) => each.articles > 0).map(({ day }) => day)),
  );
  const refs = needed.flatMap(({ day, eventIds, commitments: made }): LineRef[] => [
    ...eventIds.map((id) => ({ type: "event" as const, id })),
    ...made,
    ...articles
      .filter((article) => article.day === day)
      .map(({ id }) => ({ type: "article" as const, id })),
  ]);
  const start = (page - 1) * pageSize - before;
  return { entries: await toLines(refs.slice(start, start + pageSize)), total };
}

/** The days of a window that have an entry, in no particular order. */
async function listDays(
  { narrowing, window, day: seenOn }: Dated,
  filter: ReturnType<typeof articleFilter>,
): Promise<OfDay[]> {
  const { show } = narrowing;
  const from = window.from ?? -Infinity;
  const to = window.to ?? Infinity;
  const [events, commitments, articleDays] = await Promise.all([
    show.includes("events") ? listTimelineEvents(narrowing) : [],
    seenOn === null ? [] : listTimelineCommitments(narrowing, seenOn),
    show.includes("articles") ? countArticleDays(filter) : [],
  ]);
  const days = new Map<number, OfDay>();
  const dayOf = (day: number) => {
    const known = days.get(day) ?? { day, eventIds: [], commitments: [], articles: 0 };
    days.set(day, known);
    return known;
  };
  for (const { event, ...time } of events)
    if (time.from < to && time.to > from) dayOf(time.from).eventIds.push(event.id);
  for (const timed of commitments)
    if (timed.from < to && timed.to > from)
      dayOf(timed.from).commitments.push(toCommitmentLine(timed));
  // A day of articles counts where the window shows any of it.
  for (const { day, total } of articleDays)
    if (day < to && day + 1 > from) dayOf(day).articles = total;
  return [...days.values()];
}

/** What has just gone is left out. */
async function toLines(refs: readonly LineRef[]): Promise<TimelineLine[]> {
  const others = refs.filter((ref): ref is EntryRef => ref.type !== "commitment");
  const entries = new Map((await listEntries(others)).map((each) => [keyOf(each), each]));
  return refs.flatMap((ref): TimelineLine | readonly never[] =>
    ref.type === "commitment" ? ref : (entries.get(keyOf(ref)) ?? []),
  );
}

function keyOf({ type, id }: Pick<EntryRef, "type" | "id">): string {
  return `${type} ${id}`;
}

function countOf({ eventIds, commitments, articles }: OfDay): number {
  return eventIds.length + commitments.length + articles;
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
