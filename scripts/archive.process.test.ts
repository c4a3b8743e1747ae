import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "#lib/runtime/ports.ts";
import { listServerProcesses } from "#lib/runtime/server-processes.ts";
import { spawnScript } from "#lib/testing/spawned-program.ts";

const ARTICLE = `PM opens talks in Kyiv
By Anna Example, Diplomatic correspondent
27 February 2025

The prime minister opened talks in Kyiv on Thursday.

Officials said that they would go on for two days.
`;

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archive-cli-"));
  await chmod(folder, 0o755);
  file = path.join(folder, "article.txt");
  await writeFile(file, ARTICLE);
});

afterAll(() => rm(folder, { recursive: true }));

async function archive(args: string[], input = "", settings: Record<string, string> = {}) {
  const program = spawnScript("archive.mjs", args, {
    ARCHIVE_DATA_DIR: path.join(folder, "data"),
    LOG_LEVEL: "error",
    ...settings,
  });
  program.child.stdin?.end(input);
  const exitCode = await program.ended;
  return { exitCode, output: program.output(), stdout: program.stdout() };
}

const serverProcesses = () => listServerProcesses(path.join(folder, "data/postgres"));

describe("archive extract", () => {
  it("shows every field with its place and rule, without a database", async () => {
    const { exitCode, output } = await archive(["extract", file], "", {
      DATABASE_URL: "postgres://127.0.0.1:1/none",
    });
    expect(exitCode).toBe(0);
    expect(output).toMatch(/ headline +1:1–1:22 .*\n +PM opens talks in Kyiv/);
    expect(output).toMatch(/ published +3:1–3:16 .*\n +2025-02-27/);
    expect(output).toMatch(/ paragraph +5:1–5:52 /);
  });

  it("shows who says what", async () => {
    const text = "Talks go on\n27 February 2025\n\n“We will stay,” Keir Starmer said on Tuesday.\n";
    const { stdout } = await archive(["extract", "-"], text);
    expect(stdout).toMatch(/ direct +Keir Starmer \(starmer\), 2025-02-25 .*\n +We will stay,\n/);
    const { stdout: json } = await archive(["extract", "-", "--json"], text);
    expect(JSON.parse(json)).toMatchObject([
      { draft: { statements: [{ kind: "direct", speakerId: "starmer", saidOn: "2025-02-25" }] } },
    ]);
  });

  it("says which sentences made us think that it is about a topic", async () => {
    const text = "Talks go on\n27 February 2025\n\nIt rained. They spoke of a ceasefire.\n";
    const { stdout } = await archive(["extract", "-", "--json"], text);
    const [{ draft }] = JSON.parse(stdout);
    expect(draft.topics).toMatchObject([
      { topicId: "ceasefire", sentences: ["They spoke of a ceasefire."] },
    ]);
  });

  it("reads standard input and prints JSON and nothing else", async () => {
    const { exitCode, stdout } = await archive(["extract", "-", "--json"], ARTICLE);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: "-", draft: { publishedOn: { value: "2025-02-27", span: { start: 65, end: 81 } } } },
    ]);
  });

  it("counts a relative day from the day of capture", async () => {
    const text = "Talks go on\nPublished yesterday\n\nThe talks went on.\n";
    const { stdout } = await archive(
      ["extract", "-", "--json", "--captured-on", "2025-03-01"],
      text,
    );
    expect(JSON.parse(stdout)).toMatchObject([{ draft: { publishedOn: { value: "2025-02-28" } } }]);
  });

  it("reads a table by the columns that are named, and says what may be", async () => {
    const table = "A,B,C\nTalks open,27 February 2025,Ministers met.\n";
    const columns = "headline=A,publishedOn=B,body=C";
    const { stdout } = await archive(["extract", "-", "--json", "--columns", columns], table);
    expect(JSON.parse(stdout)).toMatchObject([
      { draft: { headline: { value: "Talks open" }, publishedOn: { value: "2025-02-27" } } },
    ]);
    const wrong = await archive(["extract", "-", "--columns", "colour=A"], table);
    expect(wrong).toMatchObject({ exitCode: 2 });
    expect(wrong.output).toContain("before the = may stand headline, summary, body");
  });

  it.each([
    { files: () => [file, "/no/such/file"], code: 3 },
    { files: () => ["/no/such/file"], code: 1 },
  ])("says with exit code $code which files failed", async ({ files, code }) => {
    const { exitCode, output } = await archive(["extract", ...files()]);
    expect(exitCode).toBe(code);
    expect(output).toContain("/no/such/file: There is no such file.");
  });
});

describe("archive, wrongly used", () => {
  it.each([
    { args: ["extract"], says: "missing required argument 'file'" },
    { args: ["extract", "-", "--captured-on", "Thursday"], says: "is no day such as 2025-02-27" },
    { args: ["publish-everything"], says: "unknown command" },
    { args: ["create-admin", "--email", "a@example.org"], says: "--name" },
    {
      args: ["create-admin", "--email", "a@example.org", "--name", "A"],
      says: "--password-stdin",
    },
    { args: ["search", "talks", "--from", "soonish"], says: "--from soonish is no date such as" },
    { args: ["search", "talks", "--page", "0"], says: "no whole number from 1 to 100" },
    { args: ["search", "talks", "--sort", "best"], says: "Allowed choices are relevance" },
    { args: ["search", "talks", "--export", "pdf"], says: "Allowed choices are csv" },
    { args: ["bench", "nothing"], says: 'There is no bench "nothing"' },
  ])("answers $args with exit code 2", async ({ args, says }) => {
    const { exitCode, output } = await archive(args);
    expect(exitCode).toBe(2);
    expect(output).toContain(says);
  });

  it("explains itself", async () => {
    const { exitCode, output } = await archive(["--help"]);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/Exit codes: 0 done · 1 failed · 2 wrong usage/);
  });
});

describe("archive with its own database", () => {
  const admin = ["create-admin", "--email", "desk@example.org", "--name", "Desk"];
  const token = ["create-token", "--email", "desk@example.org", "--name", "importer"];

  it("migrates, and stops what it started", async () => {
    const { exitCode, stdout } = await archive(["migrate", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ applied: expect.arrayContaining([expect.any(String)]) });
    expect(JSON.parse((await archive(["migrate", "--json"])).stdout)).toEqual({ applied: [] });
    expect(await serverProcesses()).toEqual([]);
  });

  it("makes an admin once, refuses a short password, and prints a token", async () => {
    const short = await archive([...admin, "--password-stdin"], "short\n");
    expect(short.exitCode).toBe(2);
    const made = await archive([...admin, "--password-stdin", "--json"], "long enough to be one\n");
    expect(JSON.parse(made.stdout)).toMatchObject({ email: "desk@example.org" });
    const again = await archive([...admin, "--password-stdin"], "long enough to be one\n");
    expect(again).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("already an account"),
    });
    expect((await archive(token)).stdout).toMatch(/^archive_\S{20,}\n$/);
  });

  it("fails in a sentence where the account is unknown", async () => {
    const { exitCode, output } = await archive([
      ...token.slice(0, 2),
      "no@example.org",
      ...token.slice(3),
    ]);
    expect(exitCode).toBe(1);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it("uses the database of the archive that runs from the same folder", async () => {
    const running = spawnScript("start.mjs", [], {
      ARCHIVE_DATA_DIR: path.join(folder, "data"),
      ARCHIVE_DEMO: "off",
      LOG_LEVEL: "error",
      PORT: String(await findFreePort("127.0.0.1")),
    });
    await running.printed(/The archive is open at/);
    const before = await serverProcesses();
    expect((await archive(token)).exitCode).toBe(0);
    expect(await serverProcesses()).toEqual(expect.arrayContaining([before[0]]));
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
  });

  it("stores the same bytes once, and publishes what has a headline and a day", async () => {
    const first = await archive(["import", file, "--publish", "--json"]);
    expect(first.exitCode).toBe(0);
    const [published] = JSON.parse(first.stdout);
    expect(published).toMatchObject({ file, created: true, inBin: false });
    expect(published.url).toMatch(
      /^http:\/\/localhost:3000\/2025\/02\/27\/pm-opens-talks-in-kyiv$/,
    );
    const again = await archive(["import", file, "--json"]);
    expect(JSON.parse(again.stdout)).toMatchObject([
      { articleId: published.articleId, created: false },
    ]);
  });

  it("keeps as a draft what cannot be published, and goes on with the others", async () => {
    const undated = "A headline without a day\n\nNobody knows when this was written.\n";
    const { exitCode, stdout } = await archive(
      ["import", "-", file, "--publish", "--json"],
      undated,
    );
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: "-",
        created: true,
        error: expect.stringMatching(/^Stored as a draft, not published\./),
      },
      { file, created: false, url: expect.any(String) },
    ]);
  });

  it("loads the demo archive once", async () => {
    const first = await archive(["seed", "--json"]);
    expect(JSON.parse(first.stdout)).toMatchObject({ created: true, events: 233 });
    expect((await archive(["seed"])).stdout).toContain("already there");
  });

  it("is searched as on its page", async () => {
    const { exitCode, stdout } = await archive(["search", "backstop", "--sort", "recent"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+ articles\n/);
    expect(stdout).toMatch(/\n\n.*\n {2}\d+ \w+ 20\d\d.*\n {2}http\S+\n {2}.*backstop/i);
    expect(stdout).not.toContain("\u001B");

    const json = JSON.parse((await archive(["search", "backstop", "near/0", "--json"])).stdout);
    expect(json).toMatchObject({ ignored: [{ text: "near/0" }], items: expect.any(Array) });
    expect((await archive(["search", "backstop", "--count"])).stdout).toBe(`${json.total}\n`);

    const meant = await archive(["search", "backstopp", "topic:nothing"]);
    expect(meant.stdout).toContain("Nothing has topic:nothing: the archive knows no such name.");
    expect((await archive(["search", "negotations"])).stdout).toContain(
      "Did you mean: negotiations\n",
    );
  });

  it("gives all that a search finds as a file", async () => {
    const count = Number((await archive(["search", "backstop", "--count"])).stdout);
    const { stdout } = await archive(["search", "backstop", "--export", "jsonl"]);
    const found = stdout.trimEnd().split("\n");
    expect(found).toHaveLength(count);
    expect(JSON.parse(found[0] ?? "")).toMatchObject({ url: expect.stringMatching(/^http/) });
    expect((await archive(["search", "backstop", "--export", "bib"])).stdout).toMatch(/^@/);
  });
});
