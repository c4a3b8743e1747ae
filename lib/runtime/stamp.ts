import { createHash } from "node:crypto";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectPath } from "#lib/runtime/project.ts";

/**
 * A fingerprint of files and folders of the checkout: their paths and contents, and whatever
 * `extra` adds. Missing ones count as empty; `ignore` is asked about every path below a folder.
 */
export async function fingerprint(
  paths: readonly string[],
  extra: readonly string[] = [],
  ignore: (file: string) => boolean = () => false,
): Promise<string> {
  const files = (await Promise.all(paths.map(listFiles))).flat().filter((file) => !ignore(file));
  const hash = createHash("sha256").update(JSON.stringify(extra));
  for (const file of files.sort()) {
    hash.update(`\0${file}\0`).update(await readFile(projectPath(file)));
  }
  return hash.digest("hex");
}

/** True when a stamp file holds exactly this fingerprint. */
export async function hasStamp(file: string, value: string): Promise<boolean> {
  return (await readFile(projectPath(file), "utf8").catch(() => null)) === value;
}

/** Written last, so that work which was interrupted is done again. */
export async function writeStamp(file: string, value: string): Promise<void> {
  await writeFile(projectPath(file), value);
}

async function listFiles(relative: string): Promise<string[]> {
  const info = await stat(projectPath(relative)).catch(() => null);
  if (!info) return [];
  if (info.isFile()) return [relative];
  const entries = await readdir(projectPath(relative), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectPath(), path.join(entry.parentPath, entry.name)));
}
