import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { spawnScript } from "#lib/testing/spawned-program.ts";

const DEMO_EVENTS = 233;

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archive-export-"));
  await chmod(folder, 0o755);
  file = path.join(folder, "exports", "archive.tar.gz");
});

afterAll(() => rm(folder, { recursive: true }));

async function archive(data: string, ...args: string[]) {
  const program = spawnScript("archive.mjs", args, {
    ARCHIVE_DATA_DIR: path.join(folder, data),
    LOG_LEVEL: "error",
  });
  program.child.stdin?.end();
  const exitCode = await program.ended;
  return { exitCode, output: program.output(), stdout: program.stdout() };
}

it("refuses a folder that is not there, in a sentence", async () => {
  const { exitCode, output } = await archive("data", "export", file);
  expect(exitCode).toBe(2);
  expect(output).toMatch(/cannot be written\. There is no such folder\./);
});

it("writes the archive into one file and leaves nothing beside it", async () => {
  await mkdir(path.dirname(file));
  expect((await archive("data", "seed")).exitCode).toBe(0);
  const { exitCode, stdout } = await archive("data", "export", file, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file, counts: { events: DEMO_EVENTS } });
  expect(await readdir(path.dirname(file))).toEqual(["archive.tar.gz"]);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

it("takes it in beside articles, in a folder, and a second time without a change", async () => {
  const news = "Talks begin in Kyiv\n27 February 2025\n\nThe talks began on Thursday.\n";
  await writeFile(path.join(path.dirname(file), "article.txt"), news);
  const first = await archive("other", "import", path.dirname(file), "--json");
  expect(first.exitCode).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject([
    { file, lines: { events: { restored: DEMO_EVENTS, refused: 0 } }, problems: [] },
    { created: true, headline: "Talks begin in Kyiv" },
  ]);
  const again = await archive("other", "import", file);
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toMatch(new RegExp(`events: ${DEMO_EVENTS} already here\n`));
});

it("is looked through without a database", async () => {
  const { exitCode, stdout } = await archive("none", "extract", file, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { file, export: { contents: "everything", counts: { events: DEMO_EVENTS } }, problemCount: 0 },
  ]);
});
