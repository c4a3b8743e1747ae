/** Writes an original and the draft read from it, inside a caller's transaction. */
import { DEFAULT_TIME_ZONE } from "#lib/articles/data-state.ts";
import { listPlaces, toArticleFields } from "#lib/articles/draft-fields.ts";
import {
  findOrAddOutlet,
  insertLists,
  insertMentions,
  insertPlaces,
  insertTopics,
  toColumns,
  toComparedArticle,
} from "#lib/articles/mutations-rows.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { addFingerprint } from "#lib/duplicates/mutations.ts";
import type { Understanding } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

export type ReceivedOriginal = {
  bytes: Uint8Array;
  draft: ArticleDraft;
  /** What the gazetteer suggests; its spans index into the draft's paragraphs joined by a blank line. */
  understanding: Understanding | null;
  mediaType: string;
  /** The encoding of `bytes`. */
  encoding: string;
  /** True: `draft.text` was taken out of a format and is kept beside the bytes. */
  isExtracted?: boolean;
  fileName?: string | null;
  receivedVia: "paste" | "upload" | "api" | "command_line" | "demo";
};

/**
 * Writes the original, its article and revision 1, and what the article may be a repeat of; returns
 * the article's id.
 */
export async function insertDraft(
  tx: Transaction,
  { bytes, draft, understanding, isExtracted, ...received }: ReceivedOriginal,
  sha256: string,
  actor: Actor,
): Promise<string> {
  const original = await tx.original.create({
    data: {
      bytes: Uint8Array.from(bytes),
      sha256,
      byteLength: bytes.byteLength,
      extractedText: isExtracted ? draft.text : null,
      receivedById: actor.userId,
      ...received,
    },
    select: { id: true },
  });
  const outlet = await findOrAddOutlet(tx, draft.outlet?.value ?? null);
  const read = toArticleFields(draft, understanding, {
    timeZone: outlet?.timeZone ?? DEFAULT_TIME_ZONE,
    rights: outlet?.defaultRights ?? "full_text",
  });
  const fields = { ...read, outlet: outlet?.name ?? null };
  const { id } = await tx.article.create({
    data: { originalId: original.id, warnings: draft.warnings, ...toColumns(fields, outlet) },
    select: { id: true },
  });
  await insertLists(tx, id, fields);
  await insertPlaces(tx, id, listPlaces(draft));
  await insertSuggestions(tx, id, understanding);
  await tx.revision.create({
    data: { articleId: id, number: 1, snapshot: fields, savedById: actor.userId },
    select: { id: true },
  });
  // Last, since it may wait for another transaction that stores a similar text.
  await addFingerprint(tx, id, toComparedArticle(fields));
  return id;
}

async function insertSuggestions(
  tx: Transaction,
  articleId: string,
  understanding: Understanding | null,
): Promise<void> {
  const { topics = [], mentions = [] } = understanding ?? {};
  const status = "suggested" as const;
  await insertTopics(
    tx,
    articleId,
    topics.map(({ topicId, confidence }) => ({ id: topicId, status, confidence })),
  );
  await insertMentions(
    tx,
    articleId,
    mentions.map(({ actorId, span }) => ({
      actorId,
      startsAt: span.start,
      endsAt: span.end,
      status,
    })),
  );
}
