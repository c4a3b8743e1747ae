import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { database } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { exportArchive } from "#lib/exchange/data-export.ts";
import { restoreGroup } from "#lib/exchange/mutations-restore.ts";
import { openExport } from "#lib/exchange/read-export.ts";
import { RestoreState } from "#lib/exchange/restore-state.ts";
import { writeTarGz } from "#lib/exchange/write-export.ts";
import { createEmptyDatabase } from "#lib/testing/database.ts";
import { switchDatabase } from "#lib/testing/other-database.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";
import { fillArchive } from "./archive/fill-archive.ts";
import { BULK_ARTICLES } from "./data/shared-data.ts";

const DEFAULT_ARTICLES = 10_000;
const LEAST_EXPORTED_PER_SECOND = 1_000;
const MB = 1024 ** 2;

type Options = { articles?: string; data?: string; json?: boolean };
type Result = { articles: number; seconds: number; perSecond: number; peakMb: number };

/** Exports an archive in which every article has a revision, places and mentions, and restores it. */
export const benchCommand = {
  describe: "articles per second into an export and back, and the memory that takes",
  options: { articles: { type: "string" }, data: { type: "string" } },
  async run({ articles, data = BULK_ARTICLES, json }: Options): Promise<number> {
    const server = await startTemporaryServer();
    const folder = await mkdtemp(path.join(tmpdir(), "archive-export-"));
    const file = path.join(folder, "archive.tar.gz");
    try {
      await begin(server.url);
      const source = await fillArchive(Number(articles ?? DEFAULT_ARTICLES), data);
      await addParts();
      const written = await measure(() => write(file));
      const { size } = await stat(file);
      await begin(server.url);
      const restored = await measure(() => restore(file));
      const result = { source, megabytes: Math.round(size / MB), written, restored };
      console.log(json ? JSON.stringify(result, null, 2) : toText(result));
      return written.perSecond >= LEAST_EXPORTED_PER_SECOND ? 0 : 1;
    } finally {
      await database.$disconnect();
      await server.stop();
      await rm(folder, { recursive: true });
    }
  },
};

async function begin(serverUrl: string): Promise<void> {
  const { url } = await createEmptyDatabase(serverUrl);
  await migrate(url);
  await switchDatabase(url);
}

/** What reading leaves behind, as much of it as one piece of the demo archive has. */
async function addParts(): Promise<void> {
  const model = await database.revision.findFirstOrThrow({ select: { articleId: true } });
  const lacking = `FROM articles WHERE id NOT IN (SELECT article_id FROM revisions)`;
  await database.$executeRawUnsafe(
    `INSERT INTO field_spans (article_id, field, starts_at, ends_at, rule, confidence)
     SELECT articles.id, field, starts_at, ends_at, rule, confidence ${lacking.replace(
       "articles",
       "articles CROSS JOIN (SELECT * FROM field_spans WHERE article_id = $1::uuid) AS model",
     )}`,
    model.articleId,
  );
  await database.$executeRawUnsafe(
    `INSERT INTO mentions (article_id, actor_id, starts_at, ends_at, status)
     SELECT articles.id, actor_id, starts_at, ends_at, model.status ${lacking.replace(
       "articles",
       "articles CROSS JOIN (SELECT * FROM mentions WHERE article_id = $1::uuid) AS model",
     )}`,
    model.articleId,
  );
  await database.$executeRawUnsafe(
    `INSERT INTO revisions (id, article_id, number, snapshot)
     SELECT gen_random_uuid(), id, 1,
       jsonb_build_object('headline', headline, 'paragraphs', string_to_array(body, E'\\n\\n')) ${lacking}`,
  );
  await database.$executeRaw`ANALYZE`;
}

async function write(file: string): Promise<number> {
  const writer = writeTarGz(createWriteStream(file), { at: new Date() });
  const counts = await exportArchive(writer.write);
  await writer.end();
  return counts.articles ?? 0;
}

async function restore(file: string): Promise<number> {
  const state = new RestoreState();
  const { groups } = await openExport(createReadStream(file));
  const actor = { userId: null, agent: "benchmark" };
  for await (const group of groups) await restoreGroup(group, state, { actor, source: file });
  return state.counts.articles.restored;
}

async function measure(work: () => Promise<number>): Promise<Result> {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const startedAt = performance.now();
  const articles = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(timer);
  return {
    ...{ articles, seconds: Number(seconds.toFixed(1)) },
    ...{ perSecond: Math.round(articles / seconds), peakMb: Math.round(peak / MB) },
  };
}

type Measured = { source: string; megabytes: number; written: Result; restored: Result };

function toText({ source, megabytes, written, restored }: Measured): string {
  const line = (what: string, { articles, seconds, perSecond, peakMb }: Result) =>
    `  ${what.padEnd(9)} ${articles} articles in ${seconds} s, ${perSecond} a second, at most ${peakMb} MB of memory`;
  return `Export of ${source}, ${megabytes} MB\n${line("written", written)}\n${line("restored", restored)}`;
}
