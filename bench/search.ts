/**
 * How long searches take in archives of growing size, over the address that readers use, and beside
 * SQLite's FTS5 on the same texts.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { database } from "#lib/db/client.ts";
import { listenForContentChanges } from "#lib/db/content-version.ts";
import { migrate } from "#lib/db/migrate.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { buildSite, provideArchive, serveSite, startServer } from "./archive/bench-archive.ts";
import { BULK_ARTICLES } from "./data/shared-data.ts";
import { drawQueries, type DrawnQuery } from "./search/corpus-queries.ts";
import { FullTextReference } from "./search/full-text-reference.ts";
import { growArchive, type Growth } from "./search/grow-archive.ts";
import { measureBeside, type Beside } from "./search/measure-beside.ts";
import { measureEndpoint, type ClassTimes } from "./search/measure-endpoint.ts";
import { measureLoad, type UnderLoad } from "./search/measure-load.ts";
import { printSize, printVerdicts, verdictsOf } from "./search/print-search.ts";

const DEFAULT_ARTICLES = "10000,100000";
const RESULTS = "search-results.json";

type Options = { articles?: string; data?: string; folder?: string; json?: boolean };
export type SizeResult = {
  /** Articles that were asked for. */
  size: number;
  growth: Growth;
  /** Bytes an article of the index, and of the rows that it is made from. */
  indexBytes: number;
  rowBytes: number;
  classes: ClassTimes[];
  beside: Beside[];
  load: UnderLoad;
};

/** Lets one archive grow from size to size and measures it at each. */
export const benchCommand = {
  describe: "milliseconds of 300 searches by kind (--articles 10000,100000,1000000 …), beside FTS5",
  options: { articles: { type: "string" }, data: { type: "string" }, folder: { type: "string" } },
  async run({ articles, data = BULK_ARTICLES, folder, json }: Options): Promise<number> {
    const sizes = (articles ?? DEFAULT_ARTICLES).split(",").map(Number);
    if (!sizes.every((size) => Number.isInteger(size) && size > 0))
      throw new AppError("invalid_input", "Give numbers of articles, as --articles 10000,100000.");
    const server = await startServer(folder);
    try {
      const env = await provideArchive(server.url);
      await migrate(server.url);
      await buildSite();
      const results: SizeResult[] = readKept(folder).filter(
        ({ size }) => size < Math.min(...sizes),
      );
      for (const size of sizes.sort((one, other) => one - other)) {
        const result = await measureSize(size, { data, folder, address: env.address });
        results.push(result);
        keep(folder, result);
        if (!json) printSize(result);
      }
      const verdicts = verdictsOf(results);
      if (json) console.log(JSON.stringify({ results, verdicts }, null, 2));
      else printVerdicts(verdicts);
      return verdicts.every(({ isHeld }) => isHeld) ? 0 : 1;
    } finally {
      await database.$disconnect();
      await server.stop();
    }
  },
};

/** What runs before measured of the archive in a folder, when it was smaller. */
function readKept(folder: string | undefined): SizeResult[] {
  const file = folder && path.resolve(folder, RESULTS);
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as SizeResult[]) : [];
}

function keep(folder: string | undefined, result: SizeResult): void {
  if (folder === undefined) return;
  const others = readKept(folder).filter(({ size }) => size !== result.size);
  const all = [...others, result].sort((one, other) => one.size - other.size);
  writeFileSync(path.resolve(folder, RESULTS), JSON.stringify(all, null, 2));
}

async function measureSize(
  size: number,
  { data, folder, address }: { data: string; folder: string | undefined; address: string },
): Promise<SizeResult> {
  const growth = await growArchive(size, data);
  const queries = await drawQueries(data, await readSubjects());
  const site = await serveSite();
  try {
    const classes = await measureEndpoint(address, queries);
    const beside = await measureReference({ articles: growth.articles, data, folder }, queries);
    const load = await measureLoad(address, queries);
    return { size, growth, ...(await readSizes()), classes, beside, load };
  } finally {
    await site.stop();
  }
}

type Texts = { articles: number; data: string; folder: string | undefined };

async function measureReference({ articles, data, folder }: Texts, queries: readonly DrawnQuery[]) {
  const reference = await FullTextReference.open({ folder, data, articles });
  // As the site does: what it remembers of words holds until it hears of a change.
  const stopListening = listenForContentChanges(requireDatabaseUrl());
  try {
    return await measureBeside(reference, queries);
  } finally {
    await stopListening();
    reference.close();
  }
}

async function readSubjects() {
  const topics = await database.topic.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const [years] = await database.$queryRaw<{ firstYear: number; lastYear: number }[]>`
    SELECT extract(year FROM min(published_on))::int AS "firstYear",
      extract(year FROM max(published_on))::int AS "lastYear" FROM article_search`;
  return { topics: topics.map(({ id }) => id), firstYear: 2010, lastYear: 2020, ...years };
}

async function readSizes(): Promise<{ indexBytes: number; rowBytes: number }> {
  const [row] = await database.$queryRaw<{ index: number; rows: number }[]>`
    SELECT (pg_total_relation_size('search_postings') / count(*))::float8 AS index,
      (pg_total_relation_size('article_search') / count(*))::float8 AS rows FROM article_search`;
  return { indexBytes: row?.index ?? 0, rowBytes: row?.rows ?? 0 };
}
