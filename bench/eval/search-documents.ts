import { createHash } from "node:crypto";
import { database } from "#lib/db/client.ts";

/** A document without a title has this one, as every other has. */
const NO_TITLE = "Untitled";
const MAX_TITLE = 300;

type Document = { id: string; title?: string; text: string };

/** Stores documents as published articles, whose slug is the document's id. */
export async function storeDocuments(documents: readonly Document[]): Promise<void> {
  const rows = documents.map(({ id, title, text }) => {
    const bytes = Buffer.from(`${id}\n${text}`);
    const originalId = crypto.randomUUID();
    return {
      original: {
        ...{ id: originalId, bytes, byteLength: bytes.length, mediaType: "text/plain" },
        sha256: createHash("sha256").update(bytes).digest("hex"),
        ...{ encoding: "utf-8", receivedVia: "command_line" as const },
      },
      article: {
        ...{
          id: crypto.randomUUID(),
          originalId,
          status: "published" as const,
          slug: `document-${id}`,
        },
        headline: title?.trim().slice(0, MAX_TITLE) || NO_TITLE,
        ...{ body: text, publishedOn: new Date("1963-01-01"), releasedAt: new Date() },
      },
    };
  });
  await database.original.createMany({ data: rows.map(({ original }) => original) });
  await database.article.createMany({ data: rows.map(({ article }) => article) });
}

/** Tells which document stands behind a number of the index. */
export async function readDocumentIds(): Promise<(doc: number) => string> {
  const rows = await database.$queryRaw<{ doc: number; slug: string }[]>`
    SELECT doc, slug FROM article_search JOIN articles ON id = article_id`;
  const ids = new Map(rows.map(({ doc, slug }) => [doc, slug.replace("document-", "")]));
  return (doc) => ids.get(doc) ?? "";
}
