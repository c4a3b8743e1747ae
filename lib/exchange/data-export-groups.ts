/** The lines of an export in the groups in which they are taken in again, read within a snapshot. */
import type { Transaction } from "#lib/db/transaction.ts";
import { selectLines } from "#lib/exchange/export-sql.ts";
import { KIND_NAMES, KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import { inWeighedGroups, type Weighed } from "#lib/exchange/weighed-groups.ts";
import type { ExportedCounts, Line } from "#lib/exchange/types.ts";

const IDS_AT_A_TIME = 1_000;
/** Kinds that stand for themselves, after all articles, and how many of each are a group. */
const LAST_KINDS = [
  { kind: "pairs", count: 2_000 },
  { kind: "stories", count: 200 },
  { kind: "commitments", count: 1_000 },
  { kind: "edits", count: 500 },
] as const;
const MAX_GROUP = { count: 100, weight: 8 * 1024 ** 2 };
const VOCABULARIES = ["users", "columns", "topics", "outlets", "actors", "events"] as const;
const LOWEST_UUID = "00000000-0000-0000-0000-000000000000";

/** SQL on `t`, the table of a kind. */
export type Conditions = Partial<Record<KindName, string>>;

/** Which rows of a table an export holds, where it is not all of them. */
const CONDITIONS: Conditions = {
  users: `t.id IN (SELECT received_by_id FROM originals UNION SELECT saved_by_id FROM revisions
    UNION SELECT decided_by_id FROM article_pairs
    UNION SELECT decided_by_id FROM article_originals
    UNION SELECT decided_by_id FROM statements
    UNION SELECT saved_by_id FROM column_mappings
    UNION SELECT saved_by_id FROM edit_revisions)`,
  originals: "t.id IN (SELECT original_id FROM article_originals)",
};

export type ReadGroup = {
  /** Null for a vocabulary, which is one group. */
  number: number | null;
  lines: Record<string, Line[]>;
  originals: { sha256: string; bytes: Uint8Array }[];
};

/** How many lines of each of these kinds there are. */
export async function countLines(
  tx: Transaction,
  kinds: readonly KindName[] = KIND_NAMES,
  conditions: Conditions = CONDITIONS,
): Promise<ExportedCounts> {
  const counts: ExportedCounts = {};
  for (const name of kinds) {
    const condition = conditions[name] ?? "true";
    const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${KINDS[name].table} AS t WHERE ${condition}`,
    );
    counts[name] = row?.count ?? 0;
  }
  return counts;
}

/**
 * Everything: vocabularies first, then articles with what belongs to them, then pairs of these, and
 * last what editors wrote of all of it.
 */
export async function* listGroups(tx: Transaction): AsyncGenerator<ReadGroup> {
  yield* listVocabularies(tx, VOCABULARIES);
  let number = 0;
  for await (const ids of listArticleIds(tx)) {
    const revisionGroups = await listRevisionIds(tx, ids);
    const first = {
      originals: await readLines(tx, "originals", ...originalsOf(ids)),
      articles: await readLines(tx, "articles", "t.id = ANY($1::uuid[])", ids),
    };
    const statements = await readLines(tx, "statements", "t.article_id = ANY($1::uuid[])", ids);
    const originals = await readBytes(tx, ids);
    for (const [i, revisionIds] of revisionGroups.entries()) {
      const revisions = await readLines(tx, "revisions", "t.id = ANY($1::uuid[])", revisionIds);
      const isFirst = i === 0;
      yield {
        number: ++number,
        lines: { ...(isFirst && first), revisions, ...(isFirst && { statements }) },
        originals: isFirst ? originals : [],
      };
    }
  }
  for (const { kind, count } of LAST_KINDS) {
    for await (const lines of listInGroups(tx, kind, count))
      yield { number: ++number, lines: { [kind]: lines }, originals: [] };
  }
}

/** Vocabularies, each a group: their lines refer to each other. */
export async function* listVocabularies(
  tx: Transaction,
  kinds: readonly KindName[],
  conditions: Conditions = CONDITIONS,
): AsyncGenerator<ReadGroup> {
  for (const kind of kinds) {
    const lines = await readLines(tx, kind, conditions[kind] ?? "true");
    yield { number: null, lines: { [kind]: lines }, originals: [] };
  }
}

/** Lines of a kind, as its schema says; `condition` is SQL on `t`. */
export async function readLines(
  tx: Transaction,
  name: KindName,
  condition: string,
  ...values: unknown[]
): Promise<Line[]> {
  const kind = KINDS[name];
  const sql = selectLines(kind, condition);
  const rows = await tx.$queryRawUnsafe<{ line: string }[]>(sql, ...values);
  return rows.map(({ line }) => kind.schema.parse(JSON.parse(line)));
}

const originalsOf = (articleIds: string[]) =>
  [
    "t.id IN (SELECT original_id FROM article_originals WHERE article_id = ANY($1::uuid[]))",
    articleIds,
  ] as const;

function readBytes(tx: Transaction, articleIds: string[]): Promise<ReadGroup["originals"]> {
  const [condition, ids] = originalsOf(articleIds);
  const sql = `SELECT sha256, bytes FROM originals AS t WHERE ${condition} ORDER BY t.id`;
  return tx.$queryRawUnsafe<ReadGroup["originals"]>(sql, ids);
}

/**
 * The ids of all articles, few enough at a time that they are in memory with all that is theirs.
 * Those that stand for others come first: what is merged can then name them.
 */
async function* listArticleIds(tx: Transaction): AsyncGenerator<string[]> {
  for (const isMerged of [false, true]) yield* listArticleIdsOf(tx, isMerged);
}

async function* listArticleIdsOf(tx: Transaction, isMerged: boolean): AsyncGenerator<string[]> {
  let after = LOWEST_UUID;
  for (;;) {
    const found = await tx.$queryRaw<Weighed[]>`
      SELECT id, octet_length(body) + received.weight AS weight
      FROM articles CROSS JOIN LATERAL (
        SELECT coalesce(sum(byte_length + coalesce(octet_length(extracted_text), 0)
          + coalesce(octet_length(fields::text), 0)), 0)::float8 AS weight
        FROM article_originals JOIN originals ON originals.id = original_id
        WHERE article_id = articles.id) AS received
      WHERE id > ${after}::uuid AND (merged_into_id IS NOT NULL) = ${isMerged}
      ORDER BY id LIMIT ${IDS_AT_A_TIME}`;
    yield* inWeighedGroups(found, MAX_GROUP);
    if (found.length < IDS_AT_A_TIME) return;
    after = found.at(-1)?.id ?? after;
  }
}

/** Revisions may be many and long: what is too much for one group makes more. */
async function listRevisionIds(tx: Transaction, articleIds: string[]): Promise<string[][]> {
  const COMPRESSED_TO_PLAIN = 4;
  const found = await tx.$queryRaw<Weighed[]>`
    SELECT id, pg_column_size(snapshot) * ${COMPRESSED_TO_PLAIN}::int AS weight
    FROM revisions WHERE article_id = ANY(${articleIds}::uuid[]) ORDER BY article_id, number`;
  const groups = inWeighedGroups(found, { ...MAX_GROUP, count: Infinity });
  return groups.length > 0 ? groups : [[]];
}

/** All lines of a kind, so many at a time, in the order of their ids. */
async function* listInGroups(
  tx: Transaction,
  kind: KindName,
  count: number,
): AsyncGenerator<Line[]> {
  const { table, idType } = KINDS[kind];
  const id = idType === "text" ? `id COLLATE "C"` : "id";
  let after = idType === "text" ? "" : LOWEST_UUID;
  for (;;) {
    const found = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id FROM ${table} WHERE ${id} > $1::${idType} ORDER BY ${id} LIMIT ${count}`,
      after,
    );
    const last = found.at(-1);
    if (!last) return;
    const ids = found.map((row) => row.id);
    yield await readLines(tx, kind, `t.id = ANY($1::${idType}[])`, ids);
    after = last.id;
  }
}
