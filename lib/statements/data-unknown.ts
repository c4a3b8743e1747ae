/** Speakers whom articles name or describe and the archive does not know. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { REVIEW_ARTICLE_SELECT, toReviewArticle } from "#lib/statements/data-state.ts";
import { isNameOfOne } from "#lib/statements/likes.ts";
import { MAX_SPEAKER_CHARACTERS, type UnknownQuery } from "#lib/statements/schema-unknown.ts";
import type {
  UnknownSpeaker,
  UnknownSpeakers,
  UnknownSpeakerStatements,
} from "#lib/statements/types-unknown.ts";

const PAGE_SIZE = 50;
const SHOWN_STATEMENTS = 20;
/** As `isNameOfOne` (lib/statements/likes.ts) has it, roughly: nothing but words in capitals. */
const ALL_IN_CAPITALS =
  "^[[:upper:]][^[:space:]]*([[:space:]]+([[:upper:]][^[:space:]]*|of|de|da|di|van|von|der|den|bin))*$";

/** Open statements of nobody whom the archive knows: what the index of them has, of usable length. */
const UNKNOWN = Prisma.sql`
  s.status = 'suggested' AND s.speaker_id IS NULL AND s.speaker_text IS NOT NULL
  AND NOT s.is_anonymous AND length(s.speaker_text) <= ${MAX_SPEAKER_CHARACTERS}`;
const IN_ARTICLES = Prisma.sql`
  JOIN articles a ON a.id = s.article_id AND a.deleted_at IS NULL AND a.merged_into_id IS NULL`;

/** One page of them, who says most first. */
export async function listUnknownSpeakers({ list, page }: UnknownQuery): Promise<UnknownSpeakers> {
  const isListed = Prisma.sql`
    (mode() WITHIN GROUP (ORDER BY s.speaker_text) ~ ${ALL_IN_CAPITALS}) = ${list === "named"}`;
  const groups = Prisma.sql`
    SELECT lower(s.speaker_text) AS folded, mode() WITHIN GROUP (ORDER BY s.speaker_text) AS text,
      count(*)::int AS statements, count(DISTINCT s.article_id)::int AS articles
    FROM statements s ${IN_ARTICLES} WHERE ${UNKNOWN} GROUP BY 1 HAVING ${isListed}`;
  const [row] = await database.$queryRaw<[{ total: number; items: UnknownSpeaker[] }]>`
    WITH groups AS MATERIALIZED (${groups}), page AS (
      SELECT * FROM groups ORDER BY statements DESC, folded
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
    )
    SELECT (SELECT count(*)::int FROM groups) AS total, (
      SELECT coalesce(json_agg(json_build_object(
        'speakerText', text, 'statementCount', statements, 'articleCount', articles,
        'example', (
          SELECT s.words FROM statements s ${IN_ARTICLES}
          WHERE ${UNKNOWN} AND lower(s.speaker_text) = folded
          ORDER BY s.confidence DESC, s.id LIMIT 1)
      ) ORDER BY statements DESC, folded), '[]') FROM page
    ) AS items`;
  return { ...row, pageCount: Math.ceil(row.total / PAGE_SIZE) };
}

/** What one of them says, in whatever case the words are written; null where nothing is left of it. */
export async function getUnknownSpeaker(text: string): Promise<UnknownSpeakerStatements | null> {
  const ids = await findStatementsOf(text, SHOWN_STATEMENTS);
  if (ids.length === 0) return null;
  const [[said], rows] = await Promise.all([
    database.$queryRaw<[{ total: number; speakerText: string }]>`
      SELECT count(*)::int AS total,
        mode() WITHIN GROUP (ORDER BY s.speaker_text) AS "speakerText"
      FROM statements s ${IN_ARTICLES}
      WHERE ${UNKNOWN} AND lower(s.speaker_text) = lower(${text})`,
    database.statement.findMany({
      where: { id: { in: ids } },
      select: { id: true, words: true, passage: true, article: { select: REVIEW_ARTICLE_SELECT } },
      orderBy: [{ confidence: "desc" }, { id: "asc" }],
    }),
  ]);
  const lines = rows.map(({ article, ...said }) => ({
    ...said,
    article: toReviewArticle(article),
  }));
  const speakerText = said.speakerText ?? text;
  return { speakerText, isName: isNameOfOne(speakerText), total: said.total, lines };
}

/** Ids of their statements, the surest first. */
export async function findStatementsOf(
  text: string,
  limit: number,
  reader: Transaction = database,
): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM statements s ${IN_ARTICLES}
    WHERE ${UNKNOWN} AND lower(s.speaker_text) = lower(${text})
    ORDER BY s.confidence DESC, s.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
