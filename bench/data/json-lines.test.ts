import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { readAllJsonLines, readJsonLines } from "./json-lines.ts";

const VALUES = [{ text: "a\u2028b" }, { text: "ї".repeat(300_000) }, { text: "last" }];
const TEXT = VALUES.map((value) => JSON.stringify(value)).join("\n\n");

async function fileOf(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "archive-lines-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "lines");
  await writeFile(file, content);
  return file;
}

it.each([
  ["plain", TEXT],
  ["gzipped", gzipSync(TEXT)],
])("reads every line of a file that is %s, and may stop early", async (_, content) => {
  const file = await fileOf(content);
  expect(await readAllJsonLines(file)).toEqual(VALUES);
  for await (const value of readJsonLines(file)) {
    expect(value).toEqual(VALUES[0]);
    break;
  }
});

it("fails for a file that is cut off", async () => {
  const file = await fileOf(gzipSync(TEXT).subarray(0, -20));
  await expect(readAllJsonLines(file)).rejects.toThrow(/unexpected end of file/);
});
