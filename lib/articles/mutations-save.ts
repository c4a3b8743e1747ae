import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import { findReadingOfRevision } from "#lib/articles/data-readings.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import {
  changeArticle,
  requirePublishable,
  requireVersion,
} from "#lib/articles/mutations-change.ts";
import { applyEdit, listChanged, type EditOptions } from "#lib/articles/mutations-edit.ts";
import { writeRevision } from "#lib/articles/mutations-rows.ts";
import {
  articleFieldsSchema,
  type ArticleChanges,
  type ArticleFields,
} from "#lib/articles/schema.ts";
import type { Actor } from "#lib/db/transaction.ts";
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

/** A headline that a person typed over a proposed one is no longer proposed. */
function withOwnHeadline(before: ArticleFields, next: ArticleFields): ArticleFields {
  const isTyped = before.headlineProposed && next.headline !== before.headline;
  return isTyped ? { ...next, headlineProposed: false } : next;
}
