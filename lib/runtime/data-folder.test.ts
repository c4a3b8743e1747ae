import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDataFolder, readOrCreateSecret } from "#lib/runtime/data-folder.ts";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "archive-folder-"));
});

afterEach(() => rm(parent, { recursive: true }));

const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

describe("openDataFolder", () => {
  it("makes a private folder, with what leads to it, and leaves nothing in it", async () => {
    const folder = await openDataFolder(path.join(parent, "deep/data"));
    expect(await modeOf(folder)).toBe(0o700);
    expect(await readdir(folder)).toEqual([]);
  });

  it("leaves the rights of a folder that holds something else alone", async () => {
    const folder = path.join(parent, "shared");
    await mkdir(folder, { mode: 0o755 });
    await writeFile(path.join(folder, "other"), "");
    await openDataFolder(folder);
    expect(await modeOf(folder)).toBe(0o755);
  });
});

describe("readOrCreateSecret", () => {
  it("makes one secret, however many ask at once, that only its owner can read", async () => {
    const asked = Array.from({ length: 8 }, () => readOrCreateSecret(parent, "secret"));
    const [first, ...others] = await Promise.all(asked);
    expect(first).toMatch(/^[\w-]{64}$/);
    expect(new Set(others)).toEqual(new Set([first]));
    expect(await modeOf(path.join(parent, "secret"))).toBe(0o600);
    expect(await readdir(parent)).toEqual(["secret"]);
  });
});
