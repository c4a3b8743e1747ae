/** Writes originals and the drafts read from them, inside a caller's transaction. */
import { DEFAULT_TIME_ZONE } from "#lib/articles/data-state.ts";
import { listPlaces, toArticleFields } from "#lib/articles/draft-fields.ts";
import { findOrAddOutlets, type OutletRow } from "#lib/articles/mutations-outlet.ts";
import {
  insertLists,
  insertMentions,
  insertPlaces,
  insertTopics,
  toColumns,
  toComparedArticle,
} from "#lib/articles/mutations-rows.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import { bytesLiteral, insertRows } from "#lib/db/insert-rows.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import type { ComparedArticle } from "#lib/duplicates/types.ts";
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

/** An article as it was written: what finding its repeats and publishing it need. */
export type InsertedArticle = { articleId: string; article: ComparedArticle };

/**
 * Writes originals, all of different bytes, each with its article and revision 1, in as many
 * statements for a hundred as for one. Returns the articles, in order; null, and the transaction is
 * to be undone, where someone else has stored one of these originals by now.
 */
export async function insertDrafts(
  tx: Transaction,
  received: readonly HashedOriginal[],
  actor: Actor,
): Promise<InsertedArticle[] | null> {
  const originalIds = await insertOriginals(tx, received, actor);
  if (!originalIds) return null;
  const names = received.flatMap(({ draft }) => draft.outlet?.value ?? []);
  const outlets = await findOrAddOutlets(tx, names);
  const drafts = received.map(({ draft, understanding }, i): WrittenDraft => {
    const outlet = outlets.get(draft.outlet?.value ?? "") ?? null;
    const read = toArticleFields(draft, understanding, {
      timeZone: outlet?.timeZone ?? DEFAULT_TIME_ZONE,
      rights: outlet?.defaultRights ?? "full_text",
    });
    const fields = { ...read, outlet: outlet?.name ?? null };
    const originalId = originalIds[i] as string;
    return { articleId: uuid7(), originalId, draft, understanding, outlet, fields };
  });
  const of = <T>(toItems: (draft: WrittenDraft) => T) =>
    drafts.map((draft) => ({ articleId: draft.articleId, items: toItems(draft) }));
  await insertArticles(tx, drafts);
  await insertLists(
    tx,
    of(({ fields }) => fields),
  );
  await insertPlaces(
    tx,
    of(({ draft }) => listPlaces(draft)),
  );
  await insertTopics(
    tx,
    of(({ understanding }) => suggestedTopics(understanding)),
  );
  await insertMentions(
    tx,
    of(({ understanding }) => suggestedMentions(understanding)),
  );
  await insertFirstRevisions(tx, drafts, actor);
  return drafts.map(({ articleId, fields }) => {
    return { articleId, article: toComparedArticle(fields) };
  });
}

type WrittenDraft = Pick<ReceivedOriginal, "draft" | "understanding"> & {
  articleId: string;
  originalId: string;
  outlet: OutletRow | null;
  fields: ArticleFields;
};

/** The originals' ids, in order; null where one of them is stored by now. */
async function insertOriginals(
  tx: Transaction,
  received: readonly HashedOriginal[],
  actor: Actor,
): Promise<string[] | null> {
  const ids = received.map(() => uuid7());
  const rows = received.map(({ bytes, draft, isExtracted, ...facts }, i) => ({
    id: ids[i] as string,
    bytes: bytesLiteral(bytes),
    sha256: facts.sha256,
    byte_length: bytes.byteLength,
    media_type: facts.mediaType,
    encoding: facts.encoding,
    extracted_text: isExtracted ? draft.text : null,
    file_name: facts.fileName ?? null,
    received_via: facts.receivedVia,
    fetched_from: facts.fetchedFrom ?? null,
    received_by_id: actor.userId,
  }));
  const count = await insertRows(tx, {
    table: "originals",
    columns: {
      id: "uuid",
      bytes: "bytea",
      sha256: "text",
      byte_length: "int",
      media_type: "text",
      encoding: "text",
      extracted_text: "text",
      file_name: "text",
      received_via: "received_via",
      fetched_from: "text",
      received_by_id: "uuid",
    },
    // In one order for everyone, or two who store the same originals could wait for each other.
    rows: rows.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    skipDuplicates: true,
  });
  return count === received.length ? ids : null;
}

async function insertArticles(tx: Transaction, drafts: WrittenDraft[]): Promise<void> {
  const now = new Date().toISOString();
  await insertRows(tx, {
    table: "articles",
    columns: {
      id: "uuid",
      original_id: "uuid",
      outlet_id: "uuid",
      rights: "rights",
      language: "text",
      headline: "text",
      headline_proposed: "boolean",
      summary: "text",
      dateline: "text",
      body: "text",
      published_on: "date",
      published_at: "timestamptz",
      modified_on: "date",
      source_url: "text",
      warnings: "jsonb",
      updated_at: "timestamptz",
    },
    rows: drafts.map(({ articleId, originalId, draft, outlet, fields }) => {
      const columns = toColumns(fields, outlet);
      return {
        id: articleId,
        original_id: originalId,
        outlet_id: columns.outletId,
        rights: columns.rights,
        language: columns.language,
        headline: columns.headline,
        headline_proposed: columns.headlineProposed,
        summary: columns.summary,
        dateline: columns.dateline,
        body: columns.body,
        published_on: fields.publishedOn,
        published_at: columns.publishedAt?.toISOString() ?? null,
        modified_on: fields.modifiedOn,
        source_url: columns.sourceUrl,
        warnings: JSON.stringify(draft.warnings),
        updated_at: now,
      };
    }),
  });
}

async function insertFirstRevisions(tx: Transaction, drafts: WrittenDraft[], actor: Actor) {
  await insertRows(tx, {
    table: "revisions",
    columns: {
      id: "uuid",
      article_id: "uuid",
      number: "int",
      snapshot: "jsonb",
      saved_by_id: "uuid",
    },
    rows: drafts.map(({ articleId, fields }) => ({
      id: uuid7(),
      article_id: articleId,
      number: 1,
      snapshot: JSON.stringify(fields),
      saved_by_id: actor.userId,
    })),
  });
}

function suggestedTopics(understanding: Understanding | null) {
  return (understanding?.topics ?? []).map(({ topicId, confidence }) => {
    return { id: topicId, status: "suggested" as const, confidence };
  });
}

function suggestedMentions(understanding: Understanding | null) {
  return (understanding?.mentions ?? []).map(({ actorId, span }) => {
    return { actorId, startsAt: span.start, endsAt: span.end, status: "suggested" as const };
  });
}
