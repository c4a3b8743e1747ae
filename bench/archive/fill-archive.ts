import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { addDays, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { seedDemoArchive } from "#lib/demo/mutations.ts";
import { readJsonLines } from "../data/json-lines.ts";

const BATCH = 500;
const TOPICS_EACH = 2;
const OUTLETS = 40;
const FIRST_DAY = "2010-06-01";
const DAYS_SPANNED = 3_650;

type Text = { title: string; body: string };

/**
 * Fills an empty archive with the demo archive and then with articles from a file of JSON
 * lines (`title`, `body`), or, where there is none, with the demo's own texts again and again; in
 * both cases under days spread over ten years. Returns what the texts are.
 */
export async function fillArchive(articles: number, dataFile: string): Promise<string> {
  await seedDemoArchive();
  const topicIds = (await database.topic.findMany({ select: { id: true } })).map(({ id }) => id);
  const outletIds = await makeOutlets();
  let filled = await database.article.count();
  /** An archive that grows goes on where it stopped. */
  let there = await database.article.count({ where: { slug: { startsWith: "article-" } } });
  let batch: Text[] = [];
  const flush = async () => {
    await insert(batch, filled, topicIds, outletIds);
    filled += batch.length;
    batch = [];
  };
  while (filled + batch.length < articles) {
    for await (const text of readTexts(dataFile)) {
      if (filled + batch.length >= articles) break;
      if (there-- > 0) continue;
      batch.push(text);
      if (batch.length === BATCH) await flush();
    }
  }
  await flush();
  await database.$executeRaw`ANALYZE`;
  return existsSync(dataFile) ? "real news articles" : "the demo archive's texts, repeated";
}

async function* readTexts(dataFile: string): AsyncGenerator<Text> {
  if (!existsSync(dataFile)) {
    const select = { headline: true, body: true };
    const where = { outlet: { slug: "archive-desk" } };
    for (const { headline, body } of await database.article.findMany({ select, where }))
      yield { title: headline ?? "", body };
    return;
  }
  yield* readJsonLines<Text>(dataFile);
}

async function makeOutlets(): Promise<string[]> {
  await database.outlet.createMany({
    data: Array.from({ length: OUTLETS }, (_, i) => ({ slug: `outlet-${i}`, name: `Outlet ${i}` })),
    skipDuplicates: true,
  });
  const rows = await database.outlet.findMany({ select: { id: true } });
  return rows.map(({ id }) => id);
}

async function insert(
  texts: Text[],
  offset: number,
  topicIds: string[],
  outletIds: string[],
): Promise<void> {
  const rows = texts.map((text, i) => toRow(text, offset + i, outletIds));
  const pickTopics = (at: number) =>
    Array.from({ length: TOPICS_EACH }, (_, i) => topicIds[(at * 7 + i * 11) % topicIds.length]);
  await database.original.createMany({ data: rows.map(({ original }) => original) });
  await database.article.createMany({ data: rows.map(({ article }) => article) });
  await database.articleAddress.createMany({
    data: rows.map(({ article: { id: articleId, publishedOn, slug } }) => ({
      articleId,
      publishedOn,
      slug,
    })),
  });
  await database.articleTopic.createMany({
    data: rows.flatMap(({ article }, i) =>
      [...new Set(pickTopics(offset + i))].map((topicId = "") => ({
        articleId: article.id,
        topicId,
        status: "suggested" as const,
        confidence: 0.5,
      })),
    ),
  });
}

function toRow({ title, body }: Text, number: number, outletIds: string[]) {
  const bytes = Buffer.from(`${title}\n\n${body}\n\n${number}`);
  const originalId = crypto.randomUUID();
  const day = addDays(FIRST_DAY, (number * 37) % DAYS_SPANNED);
  return {
    original: {
      id: originalId,
      bytes,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      byteLength: bytes.length,
      mediaType: "text/plain",
      encoding: "utf-8",
      receivedVia: "command_line" as const,
    },
    article: {
      id: crypto.randomUUID(),
      originalId,
      outletId: outletIds[number % outletIds.length],
      status: "published" as const,
      headline: title.trim().slice(0, 300) || "Without a headline",
      body,
      publishedOn: toDateColumn(day),
      slug: `article-${number}`,
      releasedAt: new Date(),
    },
  };
}
