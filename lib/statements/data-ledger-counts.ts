import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { laneOfCountry } from "#lib/events/data-lanes.ts";
import {
  isHeldOn,
  isTopicSeen,
  narrowingConditions,
  openConditions,
  type NarrowedBy,
} from "#lib/statements/data-conditions.ts";
import { STATEMENT_KINDS } from "#lib/statements/schema.ts";
import type { LedgerCount, LedgerCounts, LedgerFilter } from "#lib/statements/types-ledger.ts";

/** Counted over the newest so many statements: some 20 µs for each of them. */
const COUNTED_STATEMENTS = 10_000;
/** A list to choose from that is longer is no help. */
const MAX_CHOICES = 200;

const { sql } = Prisma;

type Found = Omit<LedgerCounts, "sides" | "kinds" | "cover"> & {
  countries: { id: string | null; count: number }[];
  kinds: { id: string; count: number }[];
  counted: number;
};

/**
 * What each filter can narrow a ledger to, with how many statements that would leave: each counted
 * as if that one filter were open and the others as they are.
 */
export async function countLedger(filter: LedgerFilter): Promise<LedgerCounts> {
  const [found] = await database.$queryRaw<[Found]>`
    WITH counted AS MATERIALIZED (
      SELECT s.*, ${Prisma.join(Object.entries(meetings(filter)).map(toColumn))}
      FROM (
        SELECT id, group_id, day, kind, speaker_id, article_id FROM statements s
        WHERE ${Prisma.join(openConditions(filter, "s"), " AND ")}
        ORDER BY day DESC, id LIMIT ${COUNTED_STATEMENTS}
      ) s
    )
    SELECT
      ${speakerCounts()} AS speakers,
      ${officeCounts()} AS offices,
      ${countryCounts()} AS countries,
      ${topicCounts(filter)} AS topics,
      ${outletCounts()} AS outlets,
      ${kindCounts()} AS kinds,
      (SELECT count(*)::int FROM counted) AS counted`;
  const { countries, kinds, counted, ...listed } = found;
  return {
    ...listed,
    sides: toSides(countries),
    kinds: toKinds(kinds),
    cover: counted < COUNTED_STATEMENTS ? null : COUNTED_STATEMENTS,
  };
}

/** Whether a statement meets each of the filters that a reader narrows by. */
function meetings(filter: LedgerFilter): Record<keyof NarrowedBy, Prisma.Sql> {
  const { speakers, offices, sides, topics, outlets, kinds } = narrowingConditions(filter, "s");
  const met = (condition: Prisma.Sql | null) => condition ?? sql`true`;
  return {
    ...{ speakers: met(speakers), offices: met(offices), sides: met(sides) },
    ...{ topics: met(topics), outlets: met(outlets), kinds: met(kinds) },
  };
}

function toColumn([name, condition]: [string, Prisma.Sql]): Prisma.Sql {
  // A statement without a speaker meets no condition on speakers, rather than perhaps.
  return sql`coalesce(${condition}, false) AS ${Prisma.raw(`meets_${name}`)}`;
}

/** The statements that meet every filter but the one that is counted. */
function butFor(open: keyof NarrowedBy): Prisma.Sql {
  const names = ["speakers", "offices", "sides", "topics", "outlets", "kinds"];
  const others = names.filter((name) => name !== open).map((name) => `counted.meets_${name}`);
  return Prisma.raw(others.join(" AND "));
}

/** How many statements have each key, the same words of one speaker once; names are looked up after. */
function countsPer(key: string, from: Prisma.Sql, open: keyof NarrowedBy): Prisma.Sql {
  return sql`(
    SELECT key, count(*)::int AS count FROM (
      SELECT DISTINCT ${Prisma.raw(key)} AS key, counted.group_id, counted.speaker_id
      FROM ${from} WHERE ${butFor(open)}
    ) each GROUP BY key) counts`;
}

const MOST = sql`ORDER BY count DESC, label LIMIT ${MAX_CHOICES}`;

function speakerCounts(): Prisma.Sql {
  return asJsonList(sql`
    SELECT id, name AS label, count
    FROM ${countsPer("counted.speaker_id", sql`counted`, "speakers")} JOIN actors ON id = key ${MOST}`);
}

function officeCounts(): Prisma.Sql {
  const held = sql`counted
    JOIN offices o ON o.actor_id = counted.speaker_id AND ${isHeldOn("o", sql`counted.day`)}`;
  return asJsonList(sql`
    SELECT key AS id, key AS label, count FROM ${countsPer("title", held, "offices")} ${MOST}`);
}

function countryCounts(): Prisma.Sql {
  const spoken = sql`counted JOIN actors ON actors.id = counted.speaker_id`;
  return asJsonList(sql`
    SELECT key AS id, count FROM ${countsPer("country", spoken, "sides")}`);
}

function topicCounts(filter: LedgerFilter): Prisma.Sql {
  const tagged = sql`counted
    JOIN statement_topics t ON t.statement_id = counted.id AND ${isTopicSeen(filter)}`;
  return asJsonList(sql`
    SELECT id, label, count
    FROM ${countsPer("t.topic_id", tagged, "topics")} JOIN topics ON id = key ${MOST}`);
}

function outletCounts(): Prisma.Sql {
  const printed = sql`counted JOIN article_search USING (article_id)`;
  return asJsonList(sql`
    SELECT slug AS id, name AS label, count
    FROM ${countsPer("outlet_id", printed, "outlets")} JOIN outlets ON id = key ${MOST}`);
}

function kindCounts(): Prisma.Sql {
  return asJsonList(sql`
    SELECT key::text AS id, count FROM ${countsPer("kind", sql`counted`, "kinds")}`);
}

function asJsonList(rows: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(entries), '[]') FROM (${rows}) entries)`;
}

/** Words of speakers of two countries of one side count for both: rare, and cheap this way. */
function toSides(countries: Found["countries"]): LedgerCount[] {
  return LANE_IDS.map((id) => {
    const ofSide = countries.filter((country) => laneOfCountry(country.id) === id);
    return { id, label: id, count: ofSide.reduce((sum, { count }) => sum + count, 0) };
  });
}

function toKinds(kinds: Found["kinds"]): LedgerCount[] {
  return STATEMENT_KINDS.map((id) => {
    return { id, label: id, count: kinds.find((kind) => kind.id === id)?.count ?? 0 };
  });
}
