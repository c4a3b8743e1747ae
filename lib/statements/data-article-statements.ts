import { database } from "#lib/db/client.ts";
import {
  REVIEW_ARTICLE_SELECT,
  REVIEW_LINE_SELECT,
  toReviewArticle,
  toReviewLine,
} from "#lib/statements/data-state.ts";
import { markText } from "#lib/statements/mark-text.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";
import type { ArticleStatements } from "#lib/statements/types-review.ts";

/** An article's text with its statements of every status; null where it is gone, merged or binned. */
export async function getArticleStatements(articleId: string): Promise<ArticleStatements | null> {
  const row = await database.article.findUnique({
    where: { id: articleId, deletedAt: null, mergedIntoId: null },
    select: {
      ...REVIEW_ARTICLE_SELECT,
      body: true,
      statements: {
        select: { ...REVIEW_LINE_SELECT, parts: true },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) return null;
  const { body, statements } = row;
  const placed = statements
    .filter(({ status }) => status !== "rejected")
    .map(({ id, status, parts }) => {
      return { id, status, content: statementPartsSchema.parse(parts).content };
    });
  return {
    article: toReviewArticle(row),
    text: markText(body, placed),
    statements: statements.map(toReviewLine),
  };
}
