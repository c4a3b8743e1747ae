import { createHash, randomUUID } from "node:crypto";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

type ArticleValues = Omit<
  Prisma.ArticleUncheckedCreateInput,
  "originalId" | "publishedOn" | "body"
> & { publishedOn: string; body: string };

const created = new Set<{ articleId: string; originalId: string }>();

/**
 * Writes an article with its original and its address straight into the database, published unless
 * it says otherwise. Returns its id. Without a slug, it gets one that no other article has.
 */
export async function createTestArticle(values: Partial<ArticleValues>): Promise<string> {
  const { publishedOn = "2025-02-27", body = "A body.", ...rest } = values;
  const bytes = Buffer.from(`${randomUUID()}\n${body}`);
  const slug = rest.slug ?? `article-${randomUUID()}`;
  const day = toDateColumn(publishedOn);
  const original = await database.original.create({
    data: {
      ...{
        bytes,
        byteLength: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
      ...{ mediaType: "text/plain", encoding: "utf-8", receivedVia: "upload" },
    },
  });
  const { id } = await database.article.create({
    data: {
      ...{ headline: "A headline", status: "published", releasedAt: new Date() },
      ...rest,
      ...{ originalId: original.id, publishedOn: day, body, slug },
    },
  });
  created.add({ articleId: id, originalId: original.id });
  await database.articleAddress.create({ data: { articleId: id, publishedOn: day, slug } });
  return id;
}

/** Takes away every article that this process made, for tests on a database that others use too. */
export async function removeTestArticles(): Promise<void> {
  for (const row of created) {
    await database.article.deleteMany({ where: { id: row.articleId } });
    await database.original.deleteMany({ where: { id: row.originalId } });
    created.delete(row);
  }
}
