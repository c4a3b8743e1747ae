import { randomBytes, randomUUID } from "node:crypto";
import { chmod, chown, link, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { explainProblem } from "#lib/runtime/explain.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { getServerAccount } from "#lib/runtime/server-account.ts";

const SECRET_BYTES = 48;

/**
 * The data folder of this archive, made where it is missing and private where it was empty: a
 * folder that already holds something else keeps its rights. Throws `AppError` "unavailable"
 * where it cannot be made or written.
 */
export async function openDataFolder(setting: string): Promise<string> {
  const folder = projectPath(setting);
  try {
    await makeFolder(folder, 0o700);
    if ((await readdir(folder)).length === 0) await makePrivate(folder);
    const probe = path.join(folder, `.probe-${process.pid}`);
    await writeFile(probe, "writable", { mode: 0o600 });
    await rm(probe);
  } catch (error) {
    throw explainProblem(`The data folder ${folder} cannot be used`, error);
  }
  return folder;
}

/** Node's own `recursive` calls a read-only disk a missing folder. */
async function makeFolder(folder: string, mode?: number): Promise<void> {
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT") throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder, { mode });
  }
}

async function makePrivate(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  const account = await getServerAccount();
  if (account) await chown(folder, account.uid, account.gid);
}

/** A random secret kept in the data folder, readable by its owner only; made at the first call. */
export async function readOrCreateSecret(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  const existing = await readFile(file, "utf8").catch(() => "");
  if (existing) return existing;
  // Written whole beside its place and then linked: a full disk or a second server that starts
  // in the same moment leaves either nothing or one complete secret.
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, randomBytes(SECRET_BYTES).toString("base64url"), { mode: 0o600 });
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    return await readFile(file, "utf8");
  } catch (error) {
    throw explainProblem(`The secret ${file} cannot be written`, error);
  } finally {
    await rm(draft, { force: true });
  }
}
