import { getArticleById, getArticlePreview } from "#lib/articles/data-article.ts";
import { getArticleState, type ArticleState } from "#lib/articles/data-state.ts";
import type { Article } from "#lib/articles/types.ts";
import type { ArticleAnswer } from "#lib/api/answer-schemas.ts";
import { getOriginalText } from "#lib/api/data.ts";
import { listUnusedText } from "#lib/api/unused-text.ts";
import { AppError } from "#lib/errors.ts";
import { draftWarningSchema } from "#lib/ingest/schema.ts";

/**
 * A published article as readers may see it. Throws `AppError` "not_found", or "gone" with what is
 * left to see of a withdrawn one in `details.article`, or the article that stands for a merged one.
 */
export async function requirePublicArticle(id: string): Promise<ArticleAnswer> {
  const found = await getArticleById(id);
  if (found?.state === "published") {
    const { article } = found;
    return { ...toAnswer(article), status: "published" };
  }
  if (found?.state === "withdrawn") {
    throw new AppError("gone", "This article was withdrawn.", {
      details: { article: found.article },
    });
  }
  if (found?.state === "moved") throw mergedAway(found.articleId);
  throw notFound();
}

/**
 * An article of any status as an editor may see it: whole, with its version, the place of each
 * field in the original and what was not used of it. Throws `AppError` "not_found", or "gone"
 * for one in the bin or merged into another. The caller authorises.
 */
export async function requireEditorsArticle(id: string): Promise<ArticleAnswer> {
  const [state, article] = await Promise.all([getArticleState(id), getArticlePreview(id)]);
  if (!state || !article) throw notFound();
  if (state.deletedAt) {
    throw new AppError("gone", "This article is in the bin. An editor can restore it there.");
  }
  if (state.mergedIntoId) throw mergedAway(state.mergedIntoId);
  const text = (await getOriginalText(state.originalId)) ?? "";
  return {
    ...toAnswer(article),
    ...toEditorsPart(state),
    path: state.status === "draft" ? null : article.path,
    unused: listUnusedText(text, state.places),
  };
}

function mergedAway(articleId: string): AppError {
  return new AppError("gone", "This article was merged into another.", {
    details: { mergedInto: articleId },
  });
}

function notFound(): AppError {
  return new AppError("not_found", "There is no article with this id, or it is not public.");
}

function toAnswer(article: Article): Omit<ArticleAnswer, "status"> {
  const { paragraphs, mentions, statements } = article;
  return {
    ...article,
    paragraphs: paragraphs.map(({ text }) => text),
    mentions: mentions.map(({ startsAt, endsAt, ...mention }) => ({
      ...mention,
      start: startsAt,
      end: endsAt,
    })),
    statements: statements.map(({ spans, ...statement }) => ({
      ...statement,
      spans: spans.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
    })),
  };
}

/** What a draft still lacks is null here, where a preview shows a stand-in. */
function toEditorsPart(state: ArticleState) {
  const { status, version, fields, places, warnings } = state;
  const { headline, publishedOn, paragraphs } = fields;
  return {
    ...{ status, version, headline, publishedOn, paragraphs, isShortened: false },
    warnings: draftWarningSchema.array().parse(warnings),
    spans: places.map(({ startsAt, endsAt, ...place }) => ({
      ...place,
      start: startsAt,
      end: endsAt,
    })),
  };
}
