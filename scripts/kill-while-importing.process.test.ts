import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#lib/db/migrate.ts";
import { provideEnv } from "#lib/env.ts";
import { unpack } from "#lib/ingest/pipeline-sources.ts";
import { madeUpNote } from "#lib/testing/made-up-articles.ts";
import { spawnScript, type SpawnedProgram } from "#lib/testing/spawned-program.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";

const ARTICLES = 5_000;
const KILLS = 20;
/** So many are imported in each life at least, so that each kill falls into the work. */
const ARTICLES_A_LIFE = 110;
const FILE_NAME = "notes.jsonl";
const ALL_LIVES_TIMEOUT_MS = 600_000;

let server: Awaited<ReturnType<typeof startTemporaryServer>>;
let client: pg.Client;
let batchId: string;
let worker: SpawnedProgram | undefined;

const file = Buffer.from(
  Array.from({ length: ARTICLES }, (_, i) => madeUpNote(i + 1)).join("\n"),
  "utf8",
);

function startWorker(): void {
  // Not by its launcher: the process that is killed is the one that works.
  worker = spawnScript("worker.ts", [], { DATABASE_URL: server.url, LOG_LEVEL: "error" });
}

async function one<Row extends pg.QueryResultRow>(sql: string): Promise<Row> {
  const { rows } = await client.query<Row>(sql, [batchId]);
  return rows[0] as Row;
}

/** How far it is by now; the server waits a little before it answers. */
const look = () =>
  one<{ state: string; position: number }>(
    "SELECT state::text, position FROM batches, pg_sleep(0.02) WHERE id = $1",
  );

async function receiveFile(): Promise<string> {
  const [{ receiveBatch, receiveFile }, { database }, { closeQueues }] = await Promise.all([
    import("#lib/batches/mutations-receive.ts"),
    import("#lib/db/client.ts"),
    import("#lib/jobs/boss.ts"),
  ]);
  async function* bytes() {
    yield file;
  }
  try {
    return await receiveBatch("upload", { userId: null, agent: "test" }, async (reception) => {
      await receiveFile(reception, { name: FILE_NAME }, bytes());
      return { isDryRun: false, publish: false };
    });
  } finally {
    await closeQueues();
    await database.$disconnect();
  }
}

async function untilAt(position: number): Promise<void> {
  for (;;) {
    const now = await look();
    if (now.position >= position || now.state === "done") return;
  }
}

describe("kill -9 while importing, twenty times", () => {
  beforeAll(async () => {
    server = await startTemporaryServer();
    provideEnv({ DATABASE_URL: server.url });
    await migrate(server.url);
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
    batchId = await receiveFile();
    for (let life = 1; life <= KILLS; life++) {
      const before = (await look()).position;
      startWorker();
      await untilAt(before + ARTICLES_A_LIFE);
      worker?.child.kill("SIGKILL");
      expect(await worker?.ended).toBe("SIGKILL");
    }
    expect((await look()).state).toBe("running");
    startWorker();
    await untilAt(ARTICLES + 1);
  }, ALL_LIVES_TIMEOUT_MS);

  afterAll(async () => {
    worker?.child.kill("SIGTERM");
    expect(await worker?.ended, worker?.output()).toBe(0);
    await client.end();
    await server.stop();
  });

  it("has what one reading without a pause finds, each once, in its place", async () => {
    const wanted: string[] = [];
    for await (const { bytes } of unpack(file, { fileName: FILE_NAME })) {
      wanted.push(createHash("sha256").update(bytes).digest("hex"));
    }
    const { rows } = await client.query<{ position: number; sha256: string }>(
      `SELECT batch_items.position, originals.sha256
       FROM batch_items JOIN articles ON articles.id = article_id
       JOIN originals ON originals.id = original_id
       WHERE batch_id = $1 AND outcome <> 'known' ORDER BY batch_items.position`,
      [batchId],
    );
    expect(wanted).toHaveLength(ARTICLES);
    expect(rows).toEqual(wanted.map((sha256, i) => ({ position: i + 1, sha256 })));
  });

  it("has nothing besides: no article, original, item or audit entry too many or too few", async () => {
    const counts = await one(`SELECT
      (SELECT count(*)::int FROM articles) AS articles,
      (SELECT count(DISTINCT original_id)::int FROM articles) AS originals_used,
      (SELECT count(*)::int FROM originals) AS originals,
      (SELECT count(*)::int FROM batch_items WHERE batch_id = $1) AS items,
      (SELECT count(*)::int FROM article_fingerprints) AS fingerprints,
      (SELECT count(*)::int FROM revisions) AS revisions,
      (SELECT count(*)::int FROM audit_entries WHERE action = 'article.store') AS audited,
      (SELECT count(*)::int FROM audit_entries WHERE action = 'batch.finish') * ${ARTICLES} AS finished`);
    expect(Object.values(counts)).toEqual(Object.keys(counts).map(() => ARTICLES));
  });
});
