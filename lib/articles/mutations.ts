import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { articlePath } from "#lib/articles/address.ts";
import type { ArticleState } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import { claimAddress } from "#lib/articles/mutations-address.ts";
import {
  changeArticle,
  lockArticle,
  requirePublishable,
  requireVersion,
} from "#lib/articles/mutations-change.ts";
import { applyEdit, listChanged, type EditOptions } from "#lib/articles/mutations-edit.ts";
import { findReadingOfRevision } from "#lib/articles/data-readings.ts";
import { writeRevision } from "#lib/articles/mutations-rows.ts";
import {
  articleFieldsSchema,
  type ArticleChanges,
  type ArticleFields,
} from "#lib/articles/schema.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { understandBody } from "#lib/ingest/pipeline.ts";

export type SaveOptions = {
  /** The version that the editor had before them; another one by now is a conflict. */
  baseVersion: number;
  /** Why, for the list of revisions. */
  note?: string;
  /** Stretches of the original that this save gives to fields. */
  taken?: FieldPlace[];
  /** The earlier revision that the fields come from: its original is what they are read from again. */
  revision?: number;
};

/**
 * Saves changed fields as a new revision; what `changes` leaves out stays. Returns the version
 * that now stands, which is the old one where nothing differs. Throws `AppError` "conflict" with
 * `details` `version`, `savedBy` and `savedAt` where someone else saved first, "not_publishable"
 * where a public article would lose its headline or day, "not_found" and "gone" (in the bin).
 */
export async function saveArticle(
  id: string,
  changes: ArticleChanges,
  { baseVersion, note, taken = [], revision }: SaveOptions,
  actor: Actor,
): Promise<{ version: number }> {
  const gazetteer = await getGazetteer();
  return await changeArticle(id, actor, async (tx, state, record) => {
    await requireVersion(tx, state, baseVersion);
    const next = withOwnHeadline(
      state.fields,
      articleFieldsSchema.parse({ ...state.fields, ...changes }),
    );
    const changed = listChanged(state.fields, next);
    if (changed.length === 0 && taken.length === 0) return { version: state.version };
    if (state.status !== "draft") requirePublishable(next);
    const understand: EditOptions["understand"] = (body, day) =>
      understandBody(body, day, gazetteer);
    const reading = revision ? await findReadingOfRevision(tx, state, revision) : undefined;
    await applyEdit(tx, state, next, { taken, understand, reading });
    await writeRevision(tx, id, actor, note ?? null);
    const version = state.version + 1;
    record("article.save", { version, changed });
    return { version };
  });
}

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

/** A headline that a person typed over a proposed one is no longer proposed. */
function withOwnHeadline(before: ArticleFields, next: ArticleFields): ArticleFields {
  const isTyped = before.headlineProposed && next.headline !== before.headline;
  return isTyped ? { ...next, headlineProposed: false } : next;
}

function requireStatus(state: ArticleState, status: ArticleState["status"], message: string) {
  if (state.status !== status) throw new AppError("conflict", message);
}
