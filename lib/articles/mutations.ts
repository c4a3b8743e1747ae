import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { articlePath } from "#lib/articles/address.ts";
import { getArticleState, type ArticleState } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import { missingForPublishing } from "#lib/articles/missing-for-publishing.ts";
import { claimAddress } from "#lib/articles/mutations-address.ts";
import { applyEdit, listChanged, type EditOptions } from "#lib/articles/mutations-edit.ts";
import { findReadingOfRevision } from "#lib/articles/data-readings.ts";
import { writeRevision } from "#lib/articles/mutations-rows.ts";
import {
  articleFieldsSchema,
  articleIdSchema,
  type ArticleChanges,
  type ArticleFields,
} from "#lib/articles/schema.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
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

function requireStatus(state: ArticleState, status: ArticleState["status"], message: string) {
  if (state.status !== status) throw new AppError("conflict", message);
}
