/** Speakers whom articles name or describe and the archive does not know. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import {
  REVIEW_ARTICLE_SELECT,
  REVIEW_LINE_SELECT,
  toReviewArticle,
  toReviewLine,
} from "#lib/statements/data-state.ts";
import type { UnknownQuery } from "#lib/statements/schema-unknown.ts";
import type {
  UnknownSpeaker,
  UnknownSpeakers,
  UnknownSpeakerStatements,
} from "#lib/statements/types-unknown.ts";

const PAGE_SIZE = 50;
const SHOWN_STATEMENTS = 20;
/** As `endsInName` (lib/statements/schema-unknown.ts). */
const ENDS_IN_NAME = Prisma.sql`s.speaker_text ~ '[[:upper:]][^[:space:]]*$'`;

/** Open statements of nobody whom the archive knows, in articles that are there. */
const UNKNOWN = Prisma.sql`
  s.status = 'suggested' AND s.speaker_id IS NULL AND s.speaker_text IS NOT NULL
  AND NOT s.is_anonymous AND a.deleted_at IS NULL AND a.merged_into_id IS NULL`;

/** One page of them, who says most first. */
export async function listUnknownSpeakers({ list, page }: UnknownQuery): Promise<UnknownSpeakers> {
  const isOfList = list === "named" ? ENDS_IN_NAME : Prisma.sql`NOT ${ENDS_IN_NAME}`;
  const rows = await database.$queryRaw<(UnknownSpeaker & { total: number })[]>`
    SELECT mode() WITHIN GROUP (ORDER BY s.speaker_text) AS "speakerText",
      count(*)::int AS "statementCount", count(DISTINCT s.article_id)::int AS "articleCount",
      (array_agg(s.words ORDER BY s.confidence DESC, s.id))[1] AS example,
      (count(*) OVER ())::int AS total
    FROM statements s JOIN articles a ON a.id = s.article_id
    WHERE ${UNKNOWN} AND ${isOfList}
    GROUP BY lower(s.speaker_text)
    ORDER BY count(*) DESC, lower(s.speaker_text)
    LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  const total = rows[0]?.total ?? 0;
  const items = rows.map(({ total: _, ...item }) => item);
  return { items, total, pageCount: Math.ceil(total / PAGE_SIZE) };
}

/** What one of them says, in whatever case the words are written; null where nothing is left of it. */
export async function getUnknownSpeaker(text: string): Promise<UnknownSpeakerStatements | null> {
  const found = await database.$queryRaw<{ id: string; total: number }[]>`
    SELECT s.id, (count(*) OVER ())::int AS total
    FROM statements s JOIN articles a ON a.id = s.article_id
    WHERE ${UNKNOWN} AND lower(s.speaker_text) = lower(${text})
    ORDER BY s.confidence DESC, s.id LIMIT ${SHOWN_STATEMENTS}`;
  const [first] = found;
  if (!first) return null;
  const rows = await database.statement.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: { ...REVIEW_LINE_SELECT, passage: true, article: { select: REVIEW_ARTICLE_SELECT } },
    orderBy: [{ confidence: "desc" }, { id: "asc" }],
  });
  const lines = rows.map((row) => ({
    ...toReviewLine(row),
    passage: row.passage,
    article: toReviewArticle(row.article),
  }));
  return { speakerText: rows[0]?.speakerText ?? text, total: first.total, lines };
}
