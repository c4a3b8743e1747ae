/** What a filter asks of a row of `statements`, as SQL. */
import { Prisma } from "#lib/db/generated/client.ts";
import { countriesOf } from "#lib/events/data-lanes.ts";
import type { LedgerFilter } from "#lib/statements/types-ledger.ts";

const { sql } = Prisma;

/** Where the row itself may be read: `statements s`, or another of its group. */
export type RowName = "s" | "other";

/** The filters that a reader narrows by, each apart, so that counts can leave one of them out. */
export type NarrowedBy = Record<
  "speakers" | "offices" | "sides" | "topics" | "outlets" | "kinds",
  Prisma.Sql | null
>;

/** The words of a search as PostgreSQL looks for them, made once for a whole statement. */
export function toTsquery(text: string): Prisma.Sql {
  return sql`(SELECT filter_tsquery(${text}))`;
}

/**
 * True where the office in the row `office` was held on a day, as `officesOnDay` tells it: on the
 * day of a change, when one office ends and the next begins, only the new one counts.
 */
export function isHeldOn(office: string, day: Prisma.Sql): Prisma.Sql {
  const o = Prisma.raw(office);
  return sql`(
    (${o}.held_from IS NOT NULL OR ${o}.held_to IS NOT NULL)
    AND coalesce(${o}.held_from <= ${day}, true) AND coalesce(${day} <= ${o}.held_to, true)
    AND NOT (${o}.held_to IS NOT DISTINCT FROM ${day}
      AND ${o}.held_from IS DISTINCT FROM ${day}
      AND EXISTS (SELECT FROM offices next
        WHERE next.actor_id = ${o}.actor_id AND next.held_from = ${day})))`;
}

/** Public, said within the days, in these words, confirmed where that is asked for. */
export function openConditions(filter: LedgerFilter, row: RowName): Prisma.Sql[] {
  const { text, from, to, isConfirmedOnly } = filter;
  const s = Prisma.raw(row);
  return [
    sql`${s}.is_public`,
    ...(from ? [sql`${s}.day >= ${from}::date`] : []),
    ...(to ? [sql`${s}.day <= ${to}::date`] : []),
    ...(text ? [sql`${s}.terms @@ ${toTsquery(text)}`] : []),
    ...(isConfirmedOnly ? [sql`${s}.status = 'confirmed'`] : []),
  ];
}

/** What each of the other filters asks; null where it asks nothing. */
export function narrowingConditions(filter: LedgerFilter, row: RowName): NarrowedBy {
  const { speakerId, office, sides, topicId, outletSlug, kinds } = filter;
  const s = Prisma.raw(row);
  return {
    speakers: speakerId === null ? null : sql`${s}.speaker_id = ${speakerId}`,
    offices:
      office === null
        ? null
        : sql`EXISTS (SELECT FROM offices o WHERE o.actor_id = ${s}.speaker_id
            AND o.title = ${office} AND ${isHeldOn("o", sql`${s}.day`)})`,
    sides:
      sides.length === 0
        ? null
        : sql`${s}.speaker_id IN (SELECT id FROM actors WHERE country = ANY(${countriesOf(sides)}))`,
    topics:
      topicId === null
        ? null
        : sql`EXISTS (SELECT FROM statement_topics t WHERE t.statement_id = ${s}.id
            AND t.topic_id = ${topicId} AND ${isTopicSeen(filter)})`,
    outlets:
      outletSlug === null
        ? null
        : sql`${s}.article_id IN (SELECT article_id FROM article_search
            JOIN outlets ON outlets.id = outlet_id WHERE slug = ${outletSlug})`,
    kinds: kinds.length === 0 ? null : sql`${s}.kind::text = ANY(${kinds})`,
  };
}

/** Which links to topics (`t`) a reader goes by. */
export function isTopicSeen({
  isConfirmedOnly,
}: Pick<LedgerFilter, "isConfirmedOnly">): Prisma.Sql {
  return isConfirmedOnly ? sql`t.status = 'confirmed'` : sql`t.status <> 'rejected'`;
}

/** Everything that a filter asks. */
export function whereMatches(filter: LedgerFilter, row: RowName = "s"): Prisma.Sql {
  const narrowing = Object.values(narrowingConditions(filter, row)).filter((each) => each !== null);
  return Prisma.join([...openConditions(filter, row), ...narrowing], " AND ");
}

/**
 * The same words of the same speaker, in however many articles, are one statement in a list. True for
 * the one that stands for them: of those that the filter lets through, the one said first. Looks at
 * the few others of the group, so that a list can end early.
 */
export function isFirstOfGroup(filter: LedgerFilter): Prisma.Sql {
  return sql`NOT EXISTS (
    SELECT FROM statements other
    WHERE other.group_id = s.group_id AND other.speaker_id IS NOT DISTINCT FROM s.speaker_id
      AND (other.day, other.id) < (s.day, s.id)
      AND ${whereMatches(filter, "other")})`;
}
