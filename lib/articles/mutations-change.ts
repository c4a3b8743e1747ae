/** What every change of one article rests on: nobody else changes it, and what it would become may stand. */
import { getArticleState, type ArticleState } from "#lib/articles/data-state.ts";
import { missingForPublishing } from "#lib/articles/missing-for-publishing.ts";
import { articleIdSchema, type ArticleFields } from "#lib/articles/schema.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

type RecordAction = (action: string, details: Prisma.InputJsonObject) => void;

/**
 * One transaction around one article, with nobody else changing it. Throws `AppError` "not_found",
 * "gone" where it lies in the bin, "conflict" where it is merged into another.
 */
export async function changeArticle<T>(
  id: string,
  actor: Actor,
  change: (tx: Transaction, state: ArticleState, record: RecordAction) => Promise<T>,
): Promise<T> {
  return await writeWithAudit(actor, async (tx, record) => {
    const state = await lockArticle(tx, id);
    if (state.deletedAt) {
      throw new AppError("gone", "This article is in the bin. Restore it first.");
    }
    if (state.mergedIntoId) {
      throw new AppError("conflict", "This article is merged into another. Undo that first.", {
        details: { mergedInto: state.mergedIntoId },
      });
    }
    return await change(tx, state, (action, details) =>
      record({ action, subject: "article", subjectId: id, details }),
    );
  });
}

/** The article, held until the transaction ends. Throws `AppError` "not_found". */
export async function lockArticle(tx: Transaction, id: string): Promise<ArticleState> {
  const isId = articleIdSchema.safeParse(id).success;
  // Keeps other editors out, and lets others point to the article: a pair, found meanwhile.
  if (isId) await tx.$queryRaw`SELECT id FROM articles WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const state = await getArticleState(id, tx);
  if (!state) throw new AppError("not_found", "There is no such article.");
  return state;
}

/** Throws `AppError` "conflict", with who saved and when, where this is not the version that stands. */
export async function requireVersion(
  tx: Transaction,
  { id, version }: ArticleState,
  base: number,
): Promise<void> {
  if (version === base) return;
  const latest = await tx.revision.findFirst({
    where: { articleId: id },
    orderBy: { number: "desc" },
    select: { savedAt: true, savedBy: { select: { name: true } } },
  });
  const savedBy = latest?.savedBy?.name ?? null;
  throw new AppError(
    "conflict",
    `${savedBy ?? "Someone"} saved this article after you had opened it. Nothing of yours was saved yet; compare the two and choose.`,
    { details: { version, savedBy, savedAt: latest?.savedAt.toISOString() ?? null } },
  );
}

/** Throws `AppError` "not_publishable" where a public article would lack its headline or day. */
export function requirePublishable(fields: ArticleFields): {
  publishedOn: string;
  headline: string;
} {
  const { publishedOn, headline } = fields;
  if (publishedOn && headline) return { publishedOn, headline };
  const missing = missingForPublishing(fields);
  const words = { publishedOn: "the day it was published", headline: "a headline" };
  throw new AppError(
    "not_publishable",
    `A public article needs ${missing.map((field) => words[field]).join(" and ")}. Nothing was published.`,
    { details: { missing } },
  );
}
