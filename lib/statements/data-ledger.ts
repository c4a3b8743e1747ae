import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { withCarriers } from "#lib/statements/data-carriers.ts";
import { isFirstOfGroup, toTsquery, whereMatches } from "#lib/statements/data-conditions.ts";
import { countLedger } from "#lib/statements/data-ledger-counts.ts";
import { resolveLedger, withChosen } from "#lib/statements/data-ledger-names.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import {
  MAX_PAGES,
  PAGE_SIZE,
  WHOLE_LEDGER,
  type ParsedLedger,
} from "#lib/statements/ledger-query.ts";
import type {
  Ledger,
  LedgerFilter,
  LedgerQuery,
  LedgerSort,
  StatementLine,
} from "#lib/statements/types-ledger.ts";

const CARRIERS_SHOWN = 5;

/** Where a list goes on: after the statement of this day (`YYYY-MM-DD`) and id. */
export type LedgerPosition = { day: string; id: string };

/**
 * One page of the statements that meet a query, the same words of several articles once, with what
 * can be narrowed by. What the archive does not know is left out of the query and named. Never
 * throws on what a reader typed. Articles' bodies are not read.
 */
export async function getLedger({ query: asked, ignored }: ParsedLedger): Promise<Ledger> {
  const { query, unknown, chosen } = await resolveLedger(asked);
  const [items, { total, isSearchable }, counts] = await Promise.all([
    listPage(query),
    getTotal(query),
    countLedger(query),
  ]);
  return {
    query,
    ignored: [...ignored, ...unknown],
    items: await withCarriers(items, CARRIERS_SHOWN),
    ...{ total, isSearchable, counts: withChosen(counts, chosen) },
    pageCount: Math.min(Math.ceil(total / PAGE_SIZE), MAX_PAGES),
  };
}

/** The latest statements by the day they were said, of a speaker, on a topic, of some kinds, or all. */
export async function listLatestStatements(
  narrowed: Partial<Pick<LedgerFilter, "speakerId" | "topicId" | "kinds">>,
  limit: number,
): Promise<StatementLine[]> {
  return await listPage({ ...WHOLE_LEDGER, ...narrowed }, limit);
}

/**
 * Up to `limit` statements after a position. A list begins where the one before it ended, whatever
 * was added meanwhile, and costs the same however far on it is.
 */
export async function listStatementsAfter(
  filter: LedgerFilter,
  { sort, after, limit }: { sort: LedgerSort; after: LedgerPosition | null; limit: number },
): Promise<StatementLine[]> {
  const isBeyond = after ? beyond(after, sort) : Prisma.sql`true`;
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM statements s
    WHERE ${whereMatches(filter)} AND ${isFirstOfGroup(filter)} AND ${isBeyond}
    ORDER BY ${orderOf(sort)} LIMIT ${limit}`;
  return await listStatementsByIds(rows.map(({ id }) => id));
}

async function listPage(query: LedgerQuery, pageSize = PAGE_SIZE): Promise<StatementLine[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM statements s
    WHERE ${whereMatches(query)} AND ${isFirstOfGroup(query)}
    ORDER BY ${orderOf(query.sort)} LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}`;
  return await listStatementsByIds(rows.map(({ id }) => id));
}

/** As the index on days has it, or backwards. */
function orderOf(sort: LedgerSort): Prisma.Sql {
  return sort === "newest" ? Prisma.sql`s.day DESC, s.id` : Prisma.sql`s.day, s.id DESC`;
}

function beyond({ day, id }: LedgerPosition, sort: LedgerSort): Prisma.Sql {
  // The first condition says nothing new; it lets the index begin at the right day.
  return sort === "newest"
    ? Prisma.sql`s.day <= ${day}::date AND (s.day < ${day}::date OR s.id > ${id}::uuid)`
    : Prisma.sql`s.day >= ${day}::date AND (s.day > ${day}::date OR s.id < ${id}::uuid)`;
}

async function getTotal(query: LedgerQuery): Promise<Pick<Ledger, "total" | "isSearchable">> {
  const [found] = await database.$queryRaw<[Pick<Ledger, "total" | "isSearchable">]>`
    SELECT count(*)::int AS total,
      ${query.text === ""} OR numnode(${toTsquery(query.text)}) > 0 AS "isSearchable"
    FROM (SELECT DISTINCT s.group_id, s.speaker_id FROM statements s
      WHERE ${whereMatches(query)}) said`;
  return found;
}
