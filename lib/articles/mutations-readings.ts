/** New versions of an article's page: taken over or set aside. */
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import type { ArticleState } from "#lib/articles/data-state.ts";
import type { FieldName } from "#lib/articles/field-labels.ts";
import { mergeReading } from "#lib/articles/merge-reading.ts";
import { applyEdit } from "#lib/articles/mutations-edit.ts";
import { findReading, getBaseReading } from "#lib/articles/data-readings.ts";
import { writeRevision } from "#lib/articles/mutations-rows.ts";
import {
  changeArticle,
  requirePublishable,
  requireVersion,
} from "#lib/articles/mutations-change.ts";
import { isSameReading } from "#lib/articles/rank-changes.ts";
import { articleFieldsSchema } from "#lib/articles/schema.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { understandBody } from "#lib/ingest/pipeline.ts";

const TAKEN_OVER = "A new version of the page, taken over";

export type TakeOptions = {
  /** The version that the editor had before them. */
  baseVersion: number;
  /** Fields in which the new version's words replace what a person corrected. */
  takes: readonly FieldName[];
};

/**
 * Takes the reading of one of the article's originals over as its newest revision; what people
 * corrected stays, but for the fields named. Throws `AppError` "conflict" where someone saved
 * meanwhile or it is the article's text already, "not_publishable", "not_found" and "gone".
 */
export async function takeReading(
  id: string,
  originalId: string,
  { baseVersion, takes }: TakeOptions,
  actor: Actor,
): Promise<{ version: number }> {
  const gazetteer = await getGazetteer();
  return await changeArticle(id, actor, async (tx, state, record) => {
    await requireVersion(tx, state, baseVersion);
    const reading = await requireReading(tx, state, originalId);
    const base = await getBaseReading(tx, state);
    const states = { base, current: state.fields, read: reading.fields };
    const next = articleFieldsSchema.parse(mergeReading(states, takes).fields);
    if (state.status !== "draft") requirePublishable(next);
    await applyEdit(tx, state, next, {
      taken: [],
      understand: (body, day) => understandBody(body, day, gazetteer),
      reading,
    });
    await decide(tx, originalId, "taken", actor);
    const asRead = isSameReading(next, reading.fields);
    await writeRevision(tx, id, actor, TAKEN_OVER, { asRead });
    const version = state.version + 1;
    record("article.take_version", { originalId, version, overruled: [...takes] });
    return { version };
  });
}

/**
 * Says that a new version is not to become the article's text. Its original stays, and it can still
 * be taken over. Throws `AppError` "not_found", "gone", and "conflict" where it is the text already.
 */
export async function setReadingAside(id: string, originalId: string, actor: Actor): Promise<void> {
  await changeArticle(id, actor, async (tx, state, record) => {
    await requireReading(tx, state, originalId);
    await decide(tx, originalId, "set_aside", actor);
    record("article.set_version_aside", { originalId });
  });
}

async function requireReading(tx: Transaction, state: ArticleState, originalId: string) {
  if (originalId === state.originalId) {
    throw new AppError("conflict", "This version is the article's text already.");
  }
  const reading = await findReading(tx, state.id, originalId);
  if (!reading) throw new AppError("not_found", "The article has no such version.");
  return reading;
}

async function decide(
  tx: Transaction,
  originalId: string,
  state: "taken" | "set_aside",
  actor: Actor,
): Promise<void> {
  await tx.articleOriginal.update({
    where: { originalId },
    data: { state, decidedAt: new Date(), decidedById: actor.userId },
    select: { originalId: true },
  });
}
