import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#lib/db/migrate.ts";
import { provideEnv } from "#lib/env.ts";
import { spawnScript, type SpawnedProgram } from "#lib/testing/spawned-program.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";

const ARTICLES = 2_000;
const KILLS = 3;
/** So many are gone through in each life at least, so that each kill falls into the work. */
const ARTICLES_A_LIFE = 150;
const BODY = "Ada Brook spoke of grain. It rained.\n\nGrain is dear.\n\nBrook left.";
const ALL_LIVES_TIMEOUT_MS = 300_000;

let server: Awaited<ReturnType<typeof startTemporaryServer>>;
let client: pg.Client;
let worker: SpawnedProgram | undefined;

function startWorker(): void {
  // Not by its launcher: the process that is killed is the one that works.
  worker = spawnScript("worker.ts", [], { DATABASE_URL: server.url, LOG_LEVEL: "error" });
}

async function one<Row extends pg.QueryResultRow>(sql: string): Promise<Row> {
  const { rows } = await client.query<Row>(sql);
  return rows[0] as Row;
}

/** How far it is by now; the server waits a little before it answers. */
const look = () =>
  one<{ state: string; done: number }>(
    "SELECT state::text, done FROM understanding_runs, pg_sleep(0.02)",
  );

async function untilAt(done: number): Promise<void> {
  for (;;) {
    const now = await look();
    if (now.done >= done || now.state === "done") return;
  }
}

/** Articles as they were understood when nobody knew of grain or Ada Brook; every tenth is decided. */
async function fill(): Promise<void> {
  await client.query(
    `WITH texts AS (
       INSERT INTO originals (id, bytes, byte_length, sha256, media_type, encoding, received_via)
       SELECT gen_random_uuid(), convert_to(i::text, 'UTF8'), length(i::text),
         encode(sha256(convert_to(i::text, 'UTF8')), 'hex'), 'text/plain', 'utf-8', 'upload'
       FROM generate_series(1, ${ARTICLES}) AS i RETURNING id)
     INSERT INTO articles (id, original_id, headline, body, updated_at)
     SELECT gen_random_uuid(), id, 'A headline', $1, now() FROM texts`,
    [BODY],
  );
  await client.query(
    "INSERT INTO topics (id, label, definition, keywords) VALUES ('grain', 'Grain', '', '{grain}')",
  );
  await client.query("INSERT INTO actors (id, kind, name) VALUES ('brook', 'person', 'Ada Brook')");
  await client.query(
    `INSERT INTO article_topics (article_id, topic_id, status, confidence)
     SELECT id, 'grain', 'rejected', 1 FROM articles ORDER BY id LIMIT ${ARTICLES / 10}`,
  );
  await client.query(
    "INSERT INTO understanding_runs (id, agent, total) VALUES (gen_random_uuid(), 'test', $1)",
    [ARTICLES],
  );
}

describe("kill -9 while understanding the archive anew", () => {
  beforeAll(async () => {
    server = await startTemporaryServer();
    provideEnv({ DATABASE_URL: server.url });
    await migrate(server.url);
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await fill();
    for (let life = 1; life <= KILLS; life++) {
      const before = (await look()).done;
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

  it("goes through each article once, and leaves what was decided", async () => {
    const run = await one(
      `SELECT state::text, done, changed, topics_gained, mentions_gained FROM understanding_runs`,
    );
    const undecided = ARTICLES - ARTICLES / 10;
    expect(run).toEqual({
      ...{ state: "done", done: ARTICLES, changed: ARTICLES },
      ...{ topics_gained: undecided, mentions_gained: 2 * ARTICLES },
    });
    const written = await one(`SELECT
      (SELECT count(*)::int FROM mentions) AS mentions,
      (SELECT count(*)::int FROM article_topics WHERE status = 'suggested') AS suggested,
      (SELECT count(*)::int FROM article_topics WHERE status = 'rejected') AS rejected,
      (SELECT count(*)::int FROM understanding_changes) AS kept,
      (SELECT count(*)::int FROM audit_entries WHERE action = 'understanding.finish') AS finished`);
    expect(written).toEqual({
      ...{ mentions: 2 * ARTICLES, suggested: undecided, rejected: ARTICLES / 10 },
      ...{ kept: 1_000, finished: 1 },
    });
  });
});
