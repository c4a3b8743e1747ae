/** Articles by day and side, counted from memory, since there may be a million. */
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { database } from "#lib/db/client.ts";
import { uuidText } from "#lib/db/uuid-text.ts";
import { laneOfCountry } from "#lib/events/data-lanes.ts";
import { listIndexedEvents } from "#lib/events/data-event-index.ts";
import { LANE_IDS, type LaneId } from "#lib/events/schema.ts";
import { describeCoverage } from "#lib/search/coverage.ts";
import type { Coverage, CoveredDays } from "#lib/search/types-coverage.ts";
import { readLabels } from "#lib/search/data-labels.ts";
import { isBetween } from "#lib/search/evaluate.ts";
import { countHits } from "#lib/search/index/count-hits.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import { findArticles, type Found } from "#lib/search/data-found.ts";
import { parseSearch } from "#lib/search/parse-query.ts";

export type ArticleFilter = {
  /** As the search reads it. */
  text: string;
  topicId: string | null;
  /** An actor that it mentions. */
  actorId: string | null;
  outletSlug: string | null;
  /** Of any of these sides; none: of all. */
  lanes: LaneId[];
  /** Published in the archive before that instant, in milliseconds. */
  knownBefore: number | null;
};

/** How many there are of a day: all, and of each side in the order of `LANE_IDS`, of none last. */
export type DayCount = { day: number; total: number; lanes: Uint32Array };

/** Small ones. */
const MOST_COVERAGES = 200;
const NO_LANE = LANE_IDS.length;
const LANE_COUNT = LANE_IDS.length + 1;
const bitOf = (lane: LaneId) => 1 << LANE_IDS.indexOf(lane);
const maskOf = (lanes: readonly LaneId[]) => lanes.reduce((mask, lane) => mask | bitOf(lane), 0);

/** Articles that a filter means, by days since 1 January 1970, in order. */
export const countArticleDays = keptUntilChange(
  "article-days",
  20,
  async (filter: ArticleFilter): Promise<DayCount[]> =>
    withArticles(filter, ({ reading: { view } }, docs, sidesOf) => {
      const counts = new Map<number, DayCount>();
      for (const doc of docs) {
        const day = view.columns.days[doc] as number;
        const count = counts.get(day) ?? { day, total: 0, lanes: new Uint32Array(LANE_COUNT) };
        counts.set(day, count);
        const sides = sidesOf(doc);
        count.total++;
        if (sides === 0) (count.lanes[NO_LANE] as number)++;
        for (let lane = 0; lane < NO_LANE; lane++)
          if (sides & (1 << lane)) (count.lanes[lane] as number)++;
      }
      return [...counts.values()].sort((one, other) => one.day - other.day);
    }),
);

/** The ids of the articles that a filter means of some days, with their days, by id. */
export async function listArticlesOfDays(
  filter: ArticleFilter,
  days: ReadonlySet<number>,
): Promise<{ id: string; day: number }[]> {
  if (days.size === 0) return [];
  return withArticles(filter, ({ reading: { view } }, docs) =>
    docs
      .filter((doc) => days.has(view.columns.days[doc] as number))
      .map((doc) => ({
        id: uuidText(view.columns.idOf(doc)),
        day: view.columns.days[doc] as number,
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
}

/** What the articles that a filter means cover of some days (`YYYY-MM-DD`; null: that side is open). */
export const getArticleCoverage = keptUntilChange(
  "article-coverage",
  MOST_COVERAGES,
  async ({ filter, days }: { filter: ArticleFilter; days: CoveredDays }): Promise<Coverage> => {
    const { outlets } = await readLabels();
    return withArticles(filter, ({ reading }, docs) => {
      const { columns } = reading.view;
      const isOnDays = isBetween(reading, days);
      const all = DocSet.ofAscending(Int32Array.from(docs), columns.limit);
      const hits = isOnDays ? all.filter(isOnDays) : all;
      return describeCoverage(countHits(hits, columns), days, outlets);
    });
  },
);

async function withArticles<T>(
  filter: ArticleFilter,
  use: (found: Found, docs: number[], sidesOf: (doc: number) => number) => T,
): Promise<T> {
  const { text, topicId, actorId, outletSlug, lanes, knownBefore } = filter;
  const [sidesOfActor, told] = await Promise.all([readActorSides("all"), readToldSides("all")]);
  const asked = { q: text, topic: topicId, person: actorId, outlet: outletSlug };
  const given = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const { query } = parseSearch(Object.fromEntries(given), "");
  return findArticles(query, { isRanked: false }, (found) => {
    const { columns } = found.reading.view;
    // Where its events were tells an article's sides; without events, whom it names.
    const sidesOf = (doc: number) => told.get(doc) ?? columns.actors.union(doc, sidesOfActor);
    const wanted = maskOf(lanes);
    const docs: number[] = [];
    for (const doc of found.hits.toArray()) {
      if (knownBefore !== null && (columns.releasedAt[doc] as number) >= knownBefore) continue;
      if (wanted !== 0 && (sidesOf(doc) & wanted) === 0) continue;
      docs.push(doc);
    }
    return use(found, docs, sidesOf);
  });
}

/** The side of each actor by its number in the index, as a bit. */
const readActorSides = keptUntilChange("actor-sides", 1, async (_all: "all") => {
  const rows = await database.actor.findMany({
    where: { country: { not: null } },
    select: { number: true, country: true },
  });
  const sides = new Uint8Array(Math.max(0, ...rows.map(({ number }) => number)) + 1);
  for (const { number, country } of rows) {
    const lane = laneOfCountry(country);
    if (lane) sides[number] = bitOf(lane);
  }
  return sides;
});

/** The sides of articles that tell of events, by their numbers in the index. */
const readToldSides = keptUntilChange("told-sides", 1, async (_all: "all") => {
  const [rows, events] = await Promise.all([
    database.$queryRaw<{ doc: number; eventId: string }[]>`
      SELECT doc, event_id AS "eventId" FROM event_articles JOIN article_search USING (article_id)`,
    listIndexedEvents("all"),
  ]);
  const masks = new Map(events.map(({ id, lanes }) => [id, maskOf(lanes)]));
  const sides = new Map<number, number>();
  for (const { doc, eventId } of rows)
    sides.set(doc, (sides.get(doc) ?? 0) | (masks.get(eventId) ?? 0));
  return sides;
});
