/** Writes originals and the drafts read from them, inside a caller's transaction. */
import { DEFAULT_TIME_ZONE } from "#lib/articles/data-state.ts";
import { doubtOf, isBeyondDoubt } from "#lib/articles/doubt.ts";
import { listPlaces, toArticleFields } from "#lib/articles/draft-fields.ts";
import {
  findOrAddOutlet,
  insertLists,
  insertMentions,
  insertPlaces,
  insertTopics,
  toColumns,
  toComparedArticle,
  type OutletRow,
} from "#lib/articles/mutations-rows.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { addFingerprints } from "#lib/duplicates/mutations.ts";
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
  receivedVia: "paste" | "upload" | "api" | "command_line" | "demo" | "fetch";
  /** The address at which a fetched page was found. */
  fetchedFrom?: string;
};

export type HashedOriginal = ReceivedOriginal & { sha256: string };

export type InsertedDraft = {
  articleId: string;
  /** Its outlet publishes by itself, and nothing about it is in doubt. */
  isTrusted: boolean;
};

/**
 * Writes originals, all of different bytes and new, each with its article and revision 1, in as
 * many statements for a hundred as for one; then, one by one, what each may be a repeat of. Returns
 * the articles, in order.
 */
export async function insertDrafts(
  tx: Transaction,
  received: readonly HashedOriginal[],
  actor: Actor,
): Promise<InsertedDraft[]> {
  const originalIds = await insertOriginals(tx, received, actor);
  const outlets = await findOrAddOutlets(tx, received);
  const drafts = received.map((each) => toRead(each, outlets.get(each.draft.outlet?.value ?? "")));
  const rows = await tx.article.createManyAndReturn({
    data: drafts.map(({ draft, fields, outlet, doubt }, i) => ({
      originalId: originalIds[i] as string,
      warnings: draft.warnings,
      doubt,
      ...toColumns(fields, outlet),
    })),
    select: { id: true, originalId: true },
  });
  const idByOriginal = new Map(rows.map(({ id, originalId }) => [originalId, id]));
  const ids = originalIds.map((originalId) => idByOriginal.get(originalId) as string);
  const of = <T>(toItems: (draft: (typeof drafts)[number]) => T) =>
    drafts.map((draft, i) => ({ articleId: ids[i] as string, items: toItems(draft) }));
  await insertLists(
    tx,
    of(({ fields }) => fields),
  );
  await insertPlaces(
    tx,
    of(({ places }) => places),
  );
  await insertTopics(
    tx,
    of(({ understanding, fields }) => chosenAndSuggestedTopics(fields, understanding)),
  );
  await insertMentions(
    tx,
    of(({ understanding }) => suggestedMentions(understanding)),
  );
  await tx.revision.createMany({
    data: of(({ fields }) => fields).map(({ articleId, items: snapshot }, i) => {
      const originalId = originalIds[i] as string;
      return { articleId, number: 1, snapshot, originalId, asRead: true, savedById: actor.userId };
    }),
  });
  // Last, since it may wait for another transaction that stores a similar text.
  await addFingerprints(
    tx,
    of(({ fields }) => toComparedArticle(fields)).map(({ articleId, items: article }) => {
      return { articleId, article };
    }),
  );
  return drafts.map(({ outlet, doubt }, i) => ({
    articleId: ids[i] as string,
    isTrusted: Boolean(outlet?.publishesItself) && isBeyondDoubt(doubt),
  }));
}

/** What a draft's rows are made of. */
function toRead({ draft, understanding }: ReceivedOriginal, outlet: OutletRow | null = null) {
  const read = toArticleFields(draft, understanding, {
    timeZone: outlet?.timeZone ?? DEFAULT_TIME_ZONE,
    rights: outlet?.defaultRights ?? "full_text",
    topicIds: outlet?.defaultTopicIds,
  });
  const fields = { ...read, outlet: outlet?.name ?? null };
  const places = listPlaces(draft);
  const doubt = doubtOf({ fields, places, warnings: draft.warnings });
  return { draft, understanding, outlet, fields, places, doubt };
}

/** Writes originals, all of different bytes and new; returns their ids, in order. */
export async function insertOriginals(
  tx: Transaction,
  received: readonly HashedOriginal[],
  actor: Actor,
): Promise<string[]> {
  const rows = await tx.original.createManyAndReturn({
    data: received.map(({ bytes, draft, understanding: _, isExtracted, ...facts }) => ({
      bytes: Uint8Array.from(bytes),
      byteLength: bytes.byteLength,
      extractedText: isExtracted ? draft.text : null,
      receivedById: actor.userId,
      ...facts,
    })),
    select: { id: true, sha256: true },
  });
  const idBySha256 = new Map(rows.map(({ id, sha256 }) => [sha256, id]));
  return received.map(({ sha256 }) => idBySha256.get(sha256) as string);
}

async function findOrAddOutlets(
  tx: Transaction,
  received: readonly ReceivedOriginal[],
): Promise<Map<string, OutletRow | null>> {
  const names = new Set(received.flatMap(({ draft }) => draft.outlet?.value ?? []));
  const outlets = new Map<string, OutletRow | null>();
  for (const name of names) outlets.set(name, await findOrAddOutlet(tx, name));
  return outlets;
}

function chosenAndSuggestedTopics({ topics }: ArticleFields, understanding: Understanding | null) {
  const confidences = new Map(
    understanding?.topics.map(({ topicId, confidence }) => [topicId, confidence]),
  );
  return topics.map((topic) => ({ ...topic, confidence: confidences.get(topic.id) ?? 1 }));
}

function suggestedMentions(understanding: Understanding | null) {
  return (understanding?.mentions ?? []).map(({ actorId, span }) => {
    return { actorId, startsAt: span.start, endsAt: span.end, status: "suggested" as const };
  });
}
