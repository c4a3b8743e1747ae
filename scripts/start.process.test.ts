import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getEmbeddedDatabaseUrl } from "#lib/runtime/embedded-database.ts";
import { findFreePort } from "#lib/runtime/ports.ts";
import { getLockHolder } from "#lib/runtime/run-lock.ts";
import { listServerProcesses } from "#lib/runtime/server-processes.ts";
import { spawnScript, type SpawnedProgram } from "#lib/testing/spawned-program.ts";

const LOOPBACK = "127.0.0.1";
const OPEN = /The archive is open at (\S+)/;

let folder: string;
let started: SpawnedProgram[];

beforeEach(async () => {
  const parent = await mkdtemp(path.join(tmpdir(), "archive-start-"));
  // As root the database runs as another account, which has to get through.
  await chmod(parent, 0o755);
  folder = path.join(parent, "data");
  started = [];
});

afterEach(async () => {
  for (const { child } of started) child.kill("SIGTERM");
  await Promise.all(started.map(({ ended }) => ended));
  await rm(path.dirname(folder), { recursive: true, force: true });
});

async function start(settings: Record<string, string> = {}, ...args: string[]) {
  const program = spawnScript("start.mjs", args, {
    ARCHIVE_DATA_DIR: folder,
    ARCHIVE_DEMO: "off",
    LOG_LEVEL: "error",
    PORT: String(await findFreePort(LOOPBACK)),
    ...settings,
  });
  started.push(program);
  return program;
}

async function query(sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: (await getEmbeddedDatabaseUrl(folder)) ?? "" });
  await client.connect();
  const { rows } = await client.query<pg.QueryResultRow>(sql).finally(() => client.end());
  return rows;
}

const serverProcesses = () => listServerProcesses(path.join(folder, "postgres"));

async function modeOf(name: string): Promise<number> {
  return (await stat(path.join(folder, name))).mode & 0o777;
}

describe("npm start", () => {
  it("serves, keeps its data private, and closes everything on Ctrl-C", async () => {
    const archive = await start();
    const [, address = ""] = await archive.printed(OPEN);
    await archive.printed(/Make yourself one, once, at http:\S+\/set-up\/\S+/);
    expect((await fetch(address)).status).toBe(200);
    expect(await modeOf(".")).toBe(0o700);
    for (const secret of ["database-password", "session-secret"]) {
      expect(await modeOf(secret)).toBe(0o600);
    }
    archive.child.kill("SIGINT");
    expect(await archive.ended).toBe(0);
    expect(archive.output()).toMatch(/Closing the site: [^]*Stopping the database: /);
    expect(await serverProcesses()).toEqual([]);
  });

  it("recovers by itself after kill -9, with everything that was stored", async () => {
    const first = await start();
    await first.printed(OPEN);
    await query("INSERT INTO outlets (id, slug, name) VALUES (gen_random_uuid(), 'desk', 'Desk')");
    const orphans = await serverProcesses();
    process.kill((await getLockHolder(folder))?.pid ?? 0, "SIGKILL");
    expect(await first.ended).toBe(137);
    expect(orphans.length).toBeGreaterThan(0);
    expect(await serverProcesses()).toEqual(expect.arrayContaining([orphans[0]]));

    const second = await start();
    await second.printed(OPEN);
    expect(await query("SELECT slug FROM outlets")).toEqual([{ slug: "desk" }]);
    expect(await serverProcesses()).not.toContain(orphans[0]);
    expect(second.output()).toContain("nothing new");
  });

  it("stops by itself when only its launcher was killed", async () => {
    const settings = { PORT: String(await findFreePort(LOOPBACK)) };
    const archive = await start(settings);
    await archive.printed(OPEN);
    archive.child.kill("SIGKILL");
    await (await start(settings)).printed(OPEN);
  });

  it("starts although another program has the number of a database long gone", async () => {
    const first = await start();
    await first.printed(OPEN);
    const file = path.join(folder, "postgres/postmaster.pid");
    const [, ...lines] = (await readFile(file, "utf8")).split("\n");
    first.child.kill("SIGTERM");
    await first.ended;
    await writeFile(file, [process.pid, ...lines].join("\n"));
    await (await start()).printed(OPEN);
  });

  it("tells a second start on the same folder that the first is running", async () => {
    const first = await start();
    await first.printed(OPEN);
    const second = await start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/The archive already runs in the data folder .*process \d+/);
    expect((await fetch((await first.printed(OPEN))[1] ?? "")).status).toBe(200);
  });

  it("makes the first admin from the environment, and prints no link then", async () => {
    const settings = { ADMIN_EMAIL: "desk@example.org", ADMIN_PASSWORD: "long enough to be one" };
    const archive = await start(settings);
    await archive.printed(/Stop it with Ctrl-C/);
    expect(archive.output()).not.toContain("set-up");
    expect(await query("SELECT email, role::text FROM users")).toEqual([
      { email: "desk@example.org", role: "admin" },
    ]);
  });
});

describe("npm start refuses in a sentence, and leaves nothing running", () => {
  afterEach(async () => {
    expect(await serverProcesses()).toEqual([]);
  });

  it.each<{ settings: Record<string, string>; says: RegExp }>([
    {
      settings: { PORT: "many", ARCHIVE_DEMO: "perhaps" },
      says: /PORT is not.*\n.*ARCHIVE_DEMO is/,
    },
    { settings: { HOST: "192.0.2.1" }, says: /HOST=192\.0\.2\.1 is no address of this machine/ },
    {
      settings: { DATABASE_URL: "postgres://me:hunter2@127.0.0.1:1/archive" },
      says: /The database of DATABASE_URL \(127\.0\.0\.1:1\/archive\) cannot be reached: .*start again/,
    },
  ])("wrong settings $settings", async ({ settings, says }) => {
    const archive = await start(settings);
    expect(await archive.ended).toBe(1);
    expect(archive.output()).toMatch(says);
    expect(archive.output()).not.toMatch(/hunter2|\n\s+at /);
  });

  it("a port in use", async () => {
    const other = createServer();
    const port = await findFreePort(LOOPBACK);
    await new Promise<void>((resolve) => other.listen(port, LOOPBACK, resolve));
    const archive = await start({ PORT: String(port) });
    expect(await archive.ended).toBe(1);
    expect(archive.output()).toContain(`Port ${port} is in use by another program. Stop that, or`);
    other.close();
  });

  it("a file in place of the data folder", async () => {
    await writeFile(folder, "not a folder");
    const archive = await start();
    expect(await archive.ended).toBe(1);
    expect(archive.output()).toMatch(/The data folder .* cannot be used\. There is a file where/);
  });

  it("a Node that is too old", async () => {
    const pretend = `Object.defineProperty(process, "versions", { value: { node: "18.20.4" } })`;
    const flags = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`];
    const archive = spawnScript("start.mjs", [], { ARCHIVE_DATA_DIR: folder }, flags);
    expect(await archive.ended).toBe(1);
    expect(archive.output()).toMatch(
      /^This is Node 18\.20\.4, and the archive needs 20\.19 or later/,
    );
  });

  it("an option there is not", async () => {
    const archive = await start({}, "--fast");
    expect(await archive.ended).toBe(2);
    expect(archive.output()).toContain("Usage: npm start");
  });
});
