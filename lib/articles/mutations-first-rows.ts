/** The rows that come first with an original and its article, written inside a caller's transaction. */
import type { HashedOriginal } from "#lib/articles/mutations-draft.ts";
import type { OutletRow } from "#lib/articles/mutations-outlet.ts";
import { toColumns } from "#lib/articles/mutations-rows.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import { bytesLiteral, insertRows } from "#lib/db/insert-rows.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";

export type WrittenDraft = Pick<HashedOriginal, "draft"> & {
  articleId: string;
  originalId: string;
  outlet: OutletRow | null;
  fields: ArticleFields;
  doubt: number;
};

/** Someone else has stored one of these originals by now; the transaction is to be undone. */
export class StoredMeanwhile extends Error {}

/** Writes originals, all of different bytes; gives their ids, in order. Throws `StoredMeanwhile`. */
export async function insertOriginals(
  tx: Transaction,
  received: readonly HashedOriginal[],
  actor: Actor,
): Promise<string[]> {
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
  if (count < received.length) throw new StoredMeanwhile();
  return ids;
}

/** Adds new articles as drafts. */
export async function insertArticles(
  tx: Transaction,
  drafts: readonly WrittenDraft[],
): Promise<void> {
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
      page_address: "text",
      warnings: "jsonb",
      doubt: "real",
      updated_at: "timestamptz",
    },
    rows: drafts.map(({ articleId, originalId, draft, outlet, fields, doubt }) => {
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
        page_address: columns.pageAddress,
        warnings: JSON.stringify(draft.warnings),
        doubt,
        updated_at: now,
      };
    }),
  });
}

/** Adds the first revision of each. */
export async function insertFirstRevisions(
  tx: Transaction,
  drafts: readonly WrittenDraft[],
  actor: Actor,
) {
  await insertRows(tx, {
    table: "revisions",
    columns: {
      id: "uuid",
      article_id: "uuid",
      number: "int",
      snapshot: "jsonb",
      original_id: "uuid",
      as_read: "boolean",
      saved_by_id: "uuid",
    },
    rows: drafts.map(({ articleId, originalId, fields }) => ({
      id: uuid7(),
      article_id: articleId,
      number: 1,
      snapshot: JSON.stringify(fields),
      original_id: originalId,
      as_read: true,
      saved_by_id: actor.userId,
    })),
  });
}
