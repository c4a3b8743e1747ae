import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { programEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { createEmptyDatabase } from "#lib/testing/database.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";
import { copyArticles, createCopyTable } from "./copy-table.ts";
import { readJsonLines } from "../data/json-lines.ts";
import type { Corpus, CorpusArticle } from "./corpus.ts";
import type { ImportOrder, ImportReport } from "./importer.ts";

/** Short turns, so that what else the machine does falls on both alike. */
const ARTICLES_A_TURN = 1_000;
/** The first turn, in which programs are loaded and compiled, is not counted. */
export const WARM_UP_ARTICLES = 500;
/** As operators run it: what is said to be stored has been written to the disk. */
const SAFE_SETTINGS = {};

export type Round = { articles: number; importMs: number; copyMs: number };
export type ImportFigures = {
  articles: number;
  rounds: Round[];
  /** Articles per second. */
  importRate: number;
  copyRate: number;
  peakBytes: number;
  /** Different terms of a search row, on average; and of a row of the copied table. */
  lexemes: number;
  copiedLexemes: number;
  pairs: number;
};

/** Imports and copies the articles of a corpus in turns, in a database that is gone afterwards. */
export async function measureImport(
  corpus: Corpus,
  articles: number,
  concurrency: number,
): Promise<ImportFigures> {
  const server = await startTemporaryServer(SAFE_SETTINGS);
  try {
    const { url } = await createEmptyDatabase(server.url);
    await seed(url, corpus.outlets);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const importer = fork(
      projectPath("bench/import/importer.ts"),
      [corpus.file, String(concurrency)],
      { env: programEnv({ NODE_ENV: "production", DATABASE_URL: url }) },
    );
    try {
      await createCopyTable(client);
      const { rounds, peakBytes } = await takeTurns(client, importer, corpus.file);
      const rate = (key: "importMs" | "copyMs") =>
        (articles / rounds.reduce((sum, round) => sum + round[key], 0)) * 1_000;
      const rates = { importRate: rate("importMs"), copyRate: rate("copyMs") };
      return { articles, rounds, ...rates, peakBytes, ...(await countRows(client, articles)) };
    } finally {
      if (importer.connected) importer.disconnect();
      await client.end();
    }
  } finally {
    await server.stop();
  }
}

/** What an archive has before an import: vocabularies, and outlets whose texts may be shown whole. */
async function seed(url: string, outlets: string[]): Promise<void> {
  const { migrate } = await import("#lib/db/migrate.ts");
  await migrate(url);
  const { provideEnv } = await import("#lib/env.ts");
  provideEnv({ DATABASE_URL: url, LOG_LEVEL: "warn" });
  const { database } = await import("#lib/db/client.ts");
  const { seedDemoArchive } = await import("#lib/demo/mutations.ts");
  await seedDemoArchive();
  await database.$executeRaw`
    INSERT INTO outlets (id, slug, name, default_rights)
    SELECT gen_random_uuid(), 'outlet-' || number, name, 'full_text'
    FROM unnest(${outlets}::text[]) WITH ORDINALITY AS given (name, number)
    ON CONFLICT (name) DO UPDATE SET default_rights = 'full_text'`;
  await database.$disconnect();
}

async function takeTurns(client: pg.Client, importer: ChildProcess, file: string) {
  const rounds: Round[] = [];
  let peakBytes = 0;
  for await (const articles of turnsOf(file)) {
    const copyFirst = rounds.length % 2 === 0;
    let copyMs = copyFirst ? await copyArticles(client, articles) : 0;
    const report = await importNext(importer, articles.length);
    if (!copyFirst) copyMs = await copyArticles(client, articles);
    rounds.push({ articles: articles.length, importMs: report.ms, copyMs });
    showTurn(rounds);
    peakBytes = report.peakBytes;
  }
  return { rounds: rounds.slice(1), peakBytes };
}

/** A long run shows that it goes on. */
function showTurn(rounds: Round[]): void {
  const { articles, importMs, copyMs } = rounds.at(-1) as Round;
  const [imported, copied] = [importMs, copyMs].map((ms) => Math.round((articles / ms) * 1_000));
  console.error(`turn ${rounds.length - 1}: import ${imported}/s, bare COPY ${copied}/s`);
}

async function* turnsOf(file: string): AsyncGenerator<CorpusArticle[]> {
  let turn: CorpusArticle[] = [];
  let size = WARM_UP_ARTICLES;
  for await (const article of readJsonLines<CorpusArticle>(file)) {
    if (turn.push(article) < size) continue;
    yield turn;
    turn = [];
    size = ARTICLES_A_TURN;
  }
  if (turn.length > 0) yield turn;
}

async function importNext(importer: ChildProcess, count: number): Promise<ImportReport> {
  importer.send({ count } satisfies ImportOrder);
  const answered = new AbortController();
  const ended = once(importer, "exit", { signal: answered.signal }).then(() => null);
  const answer = await Promise.race([once(importer, "message"), ended]);
  ended.catch(() => undefined);
  answered.abort();
  if (!answer) throw new AppError("internal", "The importing process ended.");
  const report = answer[0] as ImportReport;
  if (report.published === count) return report;
  const { published, error } = report;
  throw new AppError("internal", `Only ${published} of ${count} were published. ${error}`);
}

/** The proof that both did the same work: as many rows, of as many terms. */
async function countRows(client: pg.Client, articles: number) {
  const { rows } = await client.query<Record<"lexemes" | "copied" | "found" | "pairs", number>>(`
    SELECT (SELECT avg(length(terms))::float8 FROM article_search) AS lexemes,
      (SELECT avg(length(terms))::float8 FROM copied_articles) AS copied,
      (SELECT count(*)::int FROM article_search) AS found,
      (SELECT count(*)::int FROM article_pairs) AS pairs`);
  const [row] = rows;
  if (!row || row.found < articles) throw new AppError("internal", "Search rows are missing.");
  return { lexemes: row.lexemes, copiedLexemes: row.copied, pairs: row.pairs };
}
