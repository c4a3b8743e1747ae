/** What is here already of the lines of an export. */
import type { Transaction } from "#lib/db/transaction.ts";
import { readLines } from "#lib/exchange/data-export-groups.ts";
import { selectClashes, selectPartClashes } from "#lib/exchange/export-sql.ts";
import { KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import { toPartRows, toRows } from "#lib/exchange/line-rows.ts";
import type { Line } from "#lib/exchange/types.ts";

type Clash = { here: string; given: string };

/** The lines with these ids as an export would write them now, by their ids. */
export async function findLines(
  tx: Transaction,
  name: KindName,
  ids: string[],
): Promise<Map<string, Line>> {
  if (ids.length === 0) return new Map();
  const lines = await readLines(tx, name, `t.id = ANY($1::${KINDS[name].idType}[])`, ids);
  return new Map(lines.map((line) => [String(line.id), line]));
}

/** Which of these ids are here. */
export async function findIds(
  tx: Transaction,
  name: KindName,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { table, idType } = KINDS[name];
  const sql = `SELECT id::text AS id FROM ${table} WHERE id = ANY($1::${idType}[])`;
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(sql, ids);
  return new Set(rows.map(({ id }) => id));
}

/** The version of each of these articles that is here. */
export async function findVersions(tx: Transaction, ids: string[]): Promise<Map<string, number>> {
  const rows = await tx.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, version: true },
  });
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Which of these articles are merged into others here. */
export async function findMerged(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.article.findMany({
    where: { id: { in: ids }, mergedIntoId: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** The text of each of these articles that is here. */
export async function findBodies(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, body: true },
  });
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** The ids of the originals of each of these articles that is here. */
export async function findOriginalIds(
  tx: Transaction,
  articleIds: string[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx.articleOriginal.findMany({
    where: { articleId: { in: articleIds } },
    select: { articleId: true, originalId: true },
  });
  const found = new Map<string, Set<string>>();
  for (const { articleId, originalId } of rows)
    found.set(articleId, (found.get(articleId) ?? new Set()).add(originalId));
  return found;
}

/** For lines whose unique values another line here has: that line's id, by theirs. */
export async function findClashes(
  tx: Transaction,
  name: KindName,
  lines: Line[],
): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map();
  const kind = KINDS[name];
  const found: Clash[] = [];
  const look = async (sql: string, rows: Line[]) => {
    if (rows.length > 0)
      found.push(...(await tx.$queryRawUnsafe<Clash[]>(sql, JSON.stringify(rows))));
  };
  for (const [property, part] of Object.entries(kind.parts ?? {})) {
    if (part.unique) await look(selectPartClashes(part), toPartRows(name, property, lines));
  }
  // The first that a kind names says the most: it is what stays.
  for (const properties of [...(kind.unique ?? [])].reverse()) {
    await look(selectClashes(kind, properties), toRows(name, lines));
  }
  return new Map(found.map(({ here, given }) => [given, here]));
}

/** The names of these outlets by their ids. */
export async function getOutletNames(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.outlet.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
