/** Publishing, withdrawing, deleting: what an article is to readers. `mutations-save.ts` has what it says. */
import { articlePath } from "#lib/articles/address.ts";
import type { ArticleState } from "#lib/articles/data-state.ts";
import { claimAddress } from "#lib/articles/mutations-address.ts";
import { changeArticle, lockArticle, requirePublishable } from "#lib/articles/mutations-change.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/**
 * Makes an article public and returns its address on the site. A draft needs a headline and a
 * day, else `AppError` "not_publishable" with `details.missing`. Publishing what is public
 * changes nothing. A withdrawn article is a "conflict": see `republishArticle`.
 */
export async function publishArticle(id: string, actor: Actor): Promise<{ path: string }> {
  return await changeArticle(id, actor, async (tx, state, record) => {
    if (state.status === "withdrawn") {
      throw new AppError("conflict", "This article was withdrawn. Publish it again instead.");
    }
    const { publishedOn, headline } = requirePublishable(state.fields);
    if (state.status === "published") {
      return { path: articlePath(publishedOn, state.slug as string) };
    }
    const slug = await claimAddress(tx, { id, publishedOn, headline, slug: state.slug });
    await tx.article.update({
      where: { id },
      data: { status: "published", slug, releasedAt: new Date() },
      select: { id: true },
    });
    const path = articlePath(publishedOn, slug);
    record("article.publish", { path, version: state.version });
    return { path };
  });
}

/** Takes a published article back; its address then says that it was withdrawn, and why. */
export async function withdrawArticle(id: string, reason: string, actor: Actor): Promise<void> {
  await changeArticle(id, actor, async (tx, state, record) => {
    requireStatus(state, "published", "Only a published article can be withdrawn.");
    await tx.article.update({
      where: { id },
      data: { status: "withdrawn", withdrawnAt: new Date(), withdrawnReason: reason },
      select: { id: true },
    });
    record("article.withdraw", { reason });
  });
}

/**
 * Makes a withdrawn article public again, at the address it had. Its public revisions begin anew: what
 * was withdrawn, and what was tried since, is not shown.
 */
export async function republishArticle(id: string, actor: Actor): Promise<void> {
  await changeArticle(id, actor, async (tx, state, record) => {
    requireStatus(state, "withdrawn", "Only a withdrawn article can be published again.");
    await tx.article.update({
      where: { id },
      data: {
        status: "published",
        releasedAt: new Date(),
        withdrawnAt: null,
        withdrawnReason: null,
      },
      select: { id: true },
    });
    record("article.republish", { reason: state.withdrawnReason });
  });
}

/** Records that a person checked an article against its sources, or (`to_verify`) takes that back. */
export async function setArticleVerification(
  id: string,
  verification: "verified" | "to_verify",
  actor: Actor,
): Promise<void> {
  await changeArticle(id, actor, async (tx, _state, record) => {
    await tx.article.update({ where: { id }, data: { verification }, select: { id: true } });
    record(verification === "verified" ? "article.verify" : "article.unverify", {});
  });
}

/** Puts an article into the bin, where no reader sees it; 30 days later it is gone. */
export async function deleteArticle(id: string, actor: Actor): Promise<void> {
  await changeArticle(id, actor, async (tx, _state, record) => {
    await tx.article.update({
      where: { id },
      data: { deletedAt: new Date() },
      select: { id: true },
    });
    record("article.delete", {});
  });
}

/** Takes an article out of the bin as it was; one that is not there stays as it is. */
export async function restoreArticle(id: string, actor: Actor): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const state = await lockArticle(tx, id);
    if (!state.deletedAt) return;
    await tx.article.update({ where: { id }, data: { deletedAt: null }, select: { id: true } });
    record({ action: "article.restore", subject: "article", subjectId: id });
  });
}

function requireStatus(state: ArticleState, status: ArticleState["status"], message: string) {
  if (state.status !== status) throw new AppError("conflict", message);
}
