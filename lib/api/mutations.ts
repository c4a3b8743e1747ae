import type { z } from "zod";
import type { Upload } from "#lib/api/read-upload.ts";
import type { articlePatchSchema } from "#lib/api/schema.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { publishArticle, republishArticle, withdrawArticle } from "#lib/articles/mutations.ts";
import { articleChangesSchema } from "#lib/articles/schema.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import type { Actor } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/**
 * Archives what was sent, and publishes it if that was asked. `created` is false where these bytes
 * were here before, and where they are a new version of an article's page, of which `revision`
 * tells what became of it: corrections sent with them are made only where it is the article's text
 * now. Throws as reading does, and
 * "not_publishable" with `details.articleId` of the draft, which is kept.
 */
export async function receiveArticle(
  { changes, publish, ...original }: Upload,
  actor: Actor,
): Promise<{ articleId: string; created: boolean; revision: VersionOutcome | null }> {
  const { articleId, created, inBin, revision } = await archiveOriginal(
    // An address sent beside the text tells as well which page it is.
    { ...original, receivedVia: "api", sourceUrl: changes.sourceUrl ?? undefined },
    actor,
  );
  if (inBin) {
    throw new AppError(
      "conflict",
      "This was archived before and is in the bin. An editor can restore it there.",
      { details: { articleId } },
    );
  }
  const baseVersion = created ? 1 : revision?.number;
  if (baseVersion && Object.keys(changes).length > 0) {
    await saveArticle(articleId, changes, { baseVersion, note: "Sent with the text" }, actor);
  }
  if (publish) await publishKept(articleId, actor);
  return { articleId, created, revision };
}

/** Publishes; where that cannot be, the error names the draft that was kept. */
async function publishKept(articleId: string, actor: Actor): Promise<void> {
  try {
    await publishArticle(articleId, actor);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message =
      error.code === "not_publishable" ? `${error.message} The draft was kept.` : error.message;
    throw new AppError(error.code, message, {
      cause: error,
      details: { ...error.details, articleId },
    });
  }
}

/**
 * Saves changed fields, then gives the article the status asked for. The caller names the version
 * that the changes start from. Throws as the steps do; where publishing fails, what was saved
 * before stays saved.
 */
export async function patchArticle(
  id: string,
  patch: z.output<typeof articlePatchSchema> & { version: number },
  actor: Actor,
): Promise<void> {
  const { version, status, withdrawnReason, ...fields } = patch;
  if (status === "withdrawn" && !withdrawnReason) {
    throw new AppError("invalid_input", "Nothing was changed. Please say why it is withdrawn.", {
      details: { fields: { withdrawnReason: "is missing" } },
    });
  }
  await saveArticle(id, articleChangesSchema.parse(fields), { baseVersion: version }, actor);
  if (status === "withdrawn") await withdrawArticle(id, withdrawnReason ?? "", actor);
  if (status === "published") {
    const isWithdrawn = (await getArticleState(id))?.status === "withdrawn";
    await (isWithdrawn ? republishArticle(id, actor) : publishArticle(id, actor));
  }
}
