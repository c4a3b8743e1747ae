/** How many statements there are of each day and side. */
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { laneOfCountry } from "#lib/events/data-lanes.ts";
import type { LaneId } from "#lib/events/schema.ts";
import { whereMatches } from "#lib/statements/data-conditions.ts";

const { sql } = Prisma;

export type StatementFilter = {
  text: string;
  topicId: string | null;
  /** Who said it. */
  actorId: string | null;
  outletSlug: string | null;
  /** The speaker is of any of these sides; none: of any or none. */
  lanes: LaneId[];
  /** Read in the archive before that instant, in milliseconds. */
  knownBefore: number | null;
};

/** Null: its speaker is of none of the sides, or not known. */
export type StatementDayCount = { day: string; lane: LaneId | null; count: number };

/** Public statements that a filter means, by the day on which they were said, in order. */
export const countStatementDays = keptUntilChange(
  "statement-days",
  100,
  async (filter: StatementFilter): Promise<StatementDayCount[]> => {
    const { text, topicId, actorId, outletSlug, lanes, knownBefore } = filter;
    const condition = whereMatches({
      ...{ text, topicId, outletSlug, speakerId: actorId, sides: lanes },
      ...{ from: null, to: null, office: null, kinds: [], isConfirmedOnly: false },
    });
    const known =
      knownBefore === null
        ? sql`true`
        : sql`s.created_at < ${new Date(knownBefore)} AND EXISTS (SELECT FROM articles
            WHERE articles.id = s.article_id AND released_at < ${new Date(knownBefore)})`;
    const rows = await database.$queryRaw<{ day: Date; country: string | null; count: number }[]>`
      SELECT s.day, actors.country, count(*)::int AS count
      FROM statements s LEFT JOIN actors ON actors.id = s.speaker_id
      WHERE ${condition} AND s.day IS NOT NULL AND ${known}
      GROUP BY 1, 2 ORDER BY 1`;
    return rows.map(({ day, country, count }) => ({
      day: toCalendarDay(day),
      lane: laneOfCountry(country),
      count,
    }));
  },
);
