import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import {
  REVIEW_ARTICLE_SELECT,
  REVIEW_LINE_SELECT,
  STATE_SELECT,
  toReviewArticle,
  toReviewLine,
  toState,
} from "#lib/statements/data-state.ts";
import { groupLikes, isProperName, type Comparable } from "#lib/statements/likes.ts";
import { MAX_LIKES } from "#lib/statements/schema-review.ts";
import { markOf } from "#lib/statements/state-mark.ts";
import type { LikesOffers } from "#lib/statements/types-review.ts";

/** As many as two scopes may offer; what is decided makes room for the rest. */
const MAX_READ = 2 * MAX_LIKES;

const LIKE_SELECT = {
  ...REVIEW_LINE_SELECT,
  ...STATE_SELECT,
  groupId: true,
  articleId: true,
  article: { select: { ...REVIEW_ARTICLE_SELECT, outletId: true } },
  speaker: { select: { name: true } },
} satisfies Prisma.StatementSelect;

type LikeRow = Prisma.StatementGetPayload<{ select: typeof LIKE_SELECT }>;

/**
 * A decided statement with the open ones that may be decided likewise; of one that is rejected only
 * those of the same words. Null where it is gone or open.
 */
export async function getLikesOffers(modelId: string): Promise<LikesOffers | null> {
  const row = await database.statement.findUnique({ where: { id: modelId }, select: LIKE_SELECT });
  if (!row || row.status === "suggested") return null;
  const model = toComparable(row);
  const likes = await database.statement.findMany({
    where: { id: { in: await findLikes(model, row.status === "rejected") } },
    select: LIKE_SELECT,
    orderBy: [{ articleId: "asc" }, { startsAt: "asc" }],
  });
  const groups = groupLikes(
    model,
    likes.map((like) => ({ ...toComparable(like), row: like })),
  );
  const offers = groups.map(({ scope, likes }) => ({
    scope,
    likes: likes.slice(0, MAX_LIKES).map((like) => toLike(like.row)),
  }));
  return { model: { ...toReviewLine(row), speakerText: row.speakerText }, offers };
}

async function findLikes(model: Comparable, isSameWordsOnly: boolean): Promise<string[]> {
  const { id, groupId, articleId, outletId, speakerText } = model;
  const isName = isProperName(speakerText ?? "");
  const sameSpeaker =
    isSameWordsOnly || speakerText === null
      ? Prisma.empty
      : Prisma.sql`OR (lower(s.speaker_text) = lower(${speakerText}) AND
          (s.article_id = ${articleId}::uuid OR a.outlet_id = ${outletId}::uuid OR ${isName}))`;
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM statements s JOIN articles a ON a.id = s.article_id
    WHERE s.status = 'suggested' AND s.id <> ${id}::uuid
      AND a.deleted_at IS NULL AND a.merged_into_id IS NULL
      AND (s.group_id = ${groupId}::uuid ${sameSpeaker})
    ORDER BY s.group_id <> ${groupId}::uuid, s.article_id <> ${articleId}::uuid, s.confidence, s.id
    LIMIT ${MAX_READ}`;
  return rows.map((row) => row.id);
}

function toComparable({ id, groupId, articleId, article, speakerText }: LikeRow): Comparable {
  return { id, groupId, articleId, outletId: article.outletId, speakerText };
}

function toLike(row: LikeRow) {
  const seen = markOf(toState(row));
  return { ...toReviewLine(row), seen, article: toReviewArticle(row.article) };
}
