import { database } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { addDays } from "#lib/dates/calendar-day.ts";
import { checkQuotation } from "#lib/statements/data-check.ts";
import { getPositions, listPositionDays } from "#lib/statements/data-positions.ts";
import { getSuccessive } from "#lib/statements/data-successive.ts";
import { parsePositionsQuery } from "#lib/statements/positions-query.ts";
import { createEmptyDatabase } from "#lib/testing/database.ts";
import { switchDatabase } from "#lib/testing/other-database.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";
import { fillArchive } from "./archive/fill-archive.ts";
import { fillStatements, STATEMENTS_EACH } from "./archive/fill-statements.ts";
import { BULK_ARTICLES } from "./data/shared-data.ts";

const DEFAULT_STATEMENTS = 200_000;
const RUNS = 60;
const WARM_UPS = 5;
const TODAY = "2026-04-10";
const FIRST_DAY = "2012-01-01";
const DAYS = 2_800;

type Options = { statements?: string; data?: string; json?: boolean };
type Task = { name: string; barMs?: number; run: (at: number) => Promise<unknown> };
type Result = { name: string; p50Ms: number; p95Ms: number; barMs?: number };

/** Fills an archive with so many statements and asks it as the pages do. */
export const benchCommand = {
  describe: "milliseconds of the table of positions, its slider, what changed, and a check",
  options: { statements: { type: "string" }, data: { type: "string" } },
  async run({ statements, data = BULK_ARTICLES, json }: Options): Promise<number> {
    const server = await startTemporaryServer();
    try {
      const { url } = await createEmptyDatabase(server.url);
      await migrate(url);
      await switchDatabase(url);
      const wanted = Number(statements ?? DEFAULT_STATEMENTS);
      const source = await fillArchive(Math.ceil(wanted / STATEMENTS_EACH), data);
      const made = await fillStatements(wanted);
      await database.$executeRaw`VACUUM ANALYZE`;
      const results: Result[] = [];
      for (const task of await listTasks()) results.push(await measure(task));
      const isHeld = results.every(({ p95Ms, barMs = Infinity }) => p95Ms <= barMs);
      if (json) console.log(JSON.stringify({ statements: made, source, results }, null, 2));
      else print(made, source, results);
      return isHeld ? 0 : 1;
    } finally {
      await database.$disconnect();
      await server.stop();
    }
  },
};

/** Each is asked of another day or another text every time. */
async function listTasks(): Promise<Task[]> {
  const said = await database.$queryRaw<{ words: string }[]>`
    SELECT words FROM statements ORDER BY md5(id::text) LIMIT ${RUNS + WARM_UPS}`;
  const [top] = (await getPositions(parsePositionsQuery({}, TODAY).query)).rows;
  const most = await database.$queryRaw<[{ topicId: string; actorId: string }]>`
    SELECT topic_id AS "topicId", speaker_id AS "actorId" FROM statement_topics
    GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1`;
  const dayOf = (at: number) => addDays(FIRST_DAY, (at * 37) % DAYS);
  const ask = (parameters: object, at: number) =>
    parsePositionsQuery({ on: dayOf(at), ...parameters }, TODAY).query;
  const wordsOf = (at: number) => said[at % said.length]?.words ?? "";
  const topic = { topic: top?.topic.id };
  return [
    { name: "table", barMs: 100, run: (at) => getPositions(ask({}, at)) },
    { name: "table of a topic", barMs: 100, run: (at) => getPositions(ask(topic, at)) },
    {
      ...{ name: "table of rare people", barMs: 100 },
      run: (at) => getPositions(ask({ actor: ["envoy-398", "envoy-399"] }, at)),
    },
    {
      ...{ name: "table, two days", barMs: 100 },
      run: (at) => getPositions(ask({ compare: dayOf(at + 9) }, at)),
    },
    {
      ...{ name: "table, confirmed", barMs: 100 },
      run: (at) => getPositions(ask({ confirmed: "1" }, at)),
    },
    { name: "slider", barMs: 50, run: (at) => listPositionDays(ask({}, at)) },
    {
      name: "successive",
      run: (at) => getSuccessive({ ...most[0], confirmedOnly: false }, 1 + (at % 5)),
    },
    { name: "check, the very words", run: (at) => checkQuotation(wordsOf(at)) },
    { name: "check, altered", run: (at) => checkQuotation(alter(wordsOf(at))) },
  ];
}

/** Every sixth word is another. */
function alter(words: string): string {
  return words.replace(/((?:\S+\s+){5})\S+/g, "$1otherwise");
}

async function measure({ run, ...task }: Task): Promise<Result> {
  for (let at = 0; at < WARM_UPS; at++) await run(RUNS + at);
  const timesMs: number[] = [];
  for (let at = 0; at < RUNS; at++) {
    const begun = performance.now();
    await run(at);
    timesMs.push(performance.now() - begun);
  }
  timesMs.sort((a, b) => a - b);
  const share = (of: number) => timesMs[Math.floor(timesMs.length * of)] ?? NaN;
  return { ...task, p50Ms: share(0.5), p95Ms: share(0.95) };
}

function print(statements: number, source: string, results: readonly Result[]): void {
  console.log(`${statements} statements (sentences of ${source}), ${RUNS} times each`);
  console.table(
    results.map(({ name, p50Ms, p95Ms, barMs }) => ({
      ...{ name, "p50 ms": Number(p50Ms.toFixed(1)), "p95 ms": Number(p95Ms.toFixed(1)) },
      bar: barMs === undefined ? "" : `p95 ${barMs} ms ${p95Ms <= barMs ? "holds" : "missed"}`,
    })),
  );
}
