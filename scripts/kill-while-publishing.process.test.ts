import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getEmbeddedDatabaseUrl } from "#lib/runtime/embedded-database.ts";
import { findFreePort } from "#lib/runtime/ports.ts";
import { getLockHolder } from "#lib/runtime/run-lock.ts";
import { spawnScript, type SpawnedProgram } from "#lib/testing/spawned-program.ts";

const KILLS = 10;
/** So many are acknowledged before each kill, while as many again are on their way. */
const ACKNOWLEDGED_PER_LIFE = 6;
const PUBLISHERS = 4;
const ALL_LIVES_TIMEOUT_MS = 240_000;
const OPEN = /The archive is open at (\S+)/;
const ADMIN = { ADMIN_EMAIL: "ada@example.org", ADMIN_PASSWORD: "a password only for this test" };

let folder: string;
let archive: SpawnedProgram;
let address: string;
let token: string;
let count = 0;

async function start(): Promise<void> {
  archive = spawnScript("start.mjs", [], {
    ARCHIVE_DATA_DIR: folder,
    ARCHIVE_DEMO: "off",
    LOG_LEVEL: "error",
    PORT: String(await findFreePort("127.0.0.1")),
    ...ADMIN,
  });
  [, address = ""] = await archive.printed(OPEN);
}

async function kill(): Promise<void> {
  process.kill((await getLockHolder(folder))?.pid ?? 0, "SIGKILL");
  await archive.ended;
}

/** Publishes articles until the server is gone, and notes the id of each that was acknowledged. */
async function publishUntilGone(acknowledged: Set<string>, onEach: () => void): Promise<void> {
  for (;;) {
    const text = `Envoys meet for round ${++count}\nBy Ada Brook\n27 February 2025\n\nThe envoys of Northmark met again, in round ${count}. They agreed to meet once more.\n`;
    try {
      const response = await fetch(`${address}/api/v1/articles?publish=true`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "text/plain" },
        body: text,
      });
      if (response.status === 429) throw new Error("the rate limit is below what this test needs");
      const { id } = (await response.json()) as { id: string };
      if (response.status === 201) acknowledged.add(id);
      onEach();
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

async function publishAndKill(acknowledged: Set<string>): Promise<void> {
  const wanted = acknowledged.size + ACKNOWLEDGED_PER_LIFE;
  let killing: Promise<void> | undefined;
  const killWhenEnough = () => {
    if (acknowledged.size >= wanted) killing ??= kill();
  };
  await Promise.all(
    Array.from({ length: PUBLISHERS }, () => publishUntilGone(acknowledged, killWhenEnough)),
  );
  await killing;
}

async function query(sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: (await getEmbeddedDatabaseUrl(folder)) ?? "" });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

describe("kill -9 while publishing, ten times", () => {
  const acknowledged = new Set<string>();

  beforeAll(async () => {
    const parent = await mkdtemp(path.join(tmpdir(), "archive-kill-"));
    await chmod(parent, 0o755);
    folder = path.join(parent, "data");
    await start();
    const created = spawnScript(
      "archive.mjs",
      ["create-token", "--email", ADMIN.ADMIN_EMAIL, "--name", "loop", "--json"],
      { ARCHIVE_DATA_DIR: folder },
    );
    expect(await created.ended, created.output()).toBe(0);
    ({ token } = JSON.parse(created.stdout()));
    for (let life = 1; life <= KILLS; life++) {
      await publishAndKill(acknowledged);
      await start();
    }
  }, ALL_LIVES_TIMEOUT_MS);

  afterAll(async () => {
    archive.child.kill("SIGTERM");
    await archive.ended;
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  it("has every article that was acknowledged, published and searchable", async () => {
    const rows = await query(
      "SELECT id FROM articles JOIN article_search ON article_id = id WHERE status = 'published'",
    );
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_PER_LIFE);
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  });

  it("has no half article, and nothing without its article", async () => {
    const [faults] = await query(`SELECT
      (SELECT count(*) FROM originals o WHERE NOT EXISTS
        (SELECT 1 FROM articles WHERE original_id = o.id))::int AS orphans,
      (SELECT count(*) FROM articles a WHERE NOT EXISTS
        (SELECT 1 FROM revisions WHERE article_id = a.id))::int AS without_revision,
      (SELECT count(*) FROM articles a WHERE NOT EXISTS
        (SELECT 1 FROM bylines WHERE article_id = a.id))::int AS without_byline,
      (SELECT count(*) FROM articles a WHERE status = 'published' AND NOT EXISTS
        (SELECT 1 FROM article_addresses WHERE article_id = a.id))::int AS without_address,
      (SELECT count(*) FROM articles a WHERE NOT EXISTS
        (SELECT 1 FROM audit_entries WHERE subject_id = a.id::text))::int AS without_audit`);
    expect(Object.values(faults ?? {})).toEqual([0, 0, 0, 0, 0]);
  });
});
