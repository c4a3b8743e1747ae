import { access, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { explainProblem } from "#lib/runtime/explain.ts";
import { getPostgresBinaries } from "#lib/runtime/postgres-binaries.ts";
import { PROJECT_DIR } from "#lib/runtime/project.ts";
import { runProgram } from "#lib/runtime/run-program.ts";
import { canEnter, type ServerAccount } from "#lib/runtime/server-account.ts";

const SERVER_MAJOR_VERSION = 18;
export const SUPERUSER = "archive";

/** PostgreSQL's environment: nothing of ours, since `PGDATA` and the like would mislead it. */
export const SERVER_ENVIRONMENT = { NODE_ENV: "production", LC_ALL: "C", TZ: "UTC" } as const;

/**
 * Makes the database folder where it is missing, complete or not at all: an interrupted attempt
 * is begun anew. Throws `AppError` "unavailable" with what to do where that is not possible.
 */
export async function ensureCluster(
  databaseDir: string,
  account: ServerAccount | null,
  password: string,
): Promise<void> {
  await requireAccess(account, path.dirname(databaseDir));
  const version = await readFile(path.join(databaseDir, "PG_VERSION"), "utf8").catch(() => null);
  if (version === null) return initialise(databaseDir, account, password);
  if (Number.parseInt(version, 10) === SERVER_MAJOR_VERSION) return;
  throw new AppError(
    "unavailable",
    `The database in ${databaseDir} was made by PostgreSQL ${version.trim()}, and this archive brings ${SERVER_MAJOR_VERSION}. Move it to a server of its own and set DATABASE_URL.`,
  );
}

async function requireAccess(account: ServerAccount | null, dataFolder: string): Promise<void> {
  const { postgres } = await getPostgresBinaries();
  for (const folder of [path.dirname(postgres), dataFolder]) {
    if (await canEnter(account, folder)) continue;
    const inside = folder.startsWith(PROJECT_DIR) ? PROJECT_DIR : folder;
    throw new AppError(
      "unavailable",
      `As root, the database runs as the account "postgres", which cannot read ${inside}. Start the archive as an ordinary user, move it to a folder open to all such as /srv, or set DATABASE_URL.`,
    );
  }
}

async function initialise(
  databaseDir: string,
  account: ServerAccount | null,
  password: string,
): Promise<void> {
  const draft = `${databaseDir}.new`;
  const passwordFile = `${draft}.password`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    await runInitdb(draft, passwordFile, account);
    await rename(draft, databaseDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw explainProblem(`The database folder ${databaseDir} cannot be made`, error);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(
  folder: string,
  passwordFile: string,
  account: ServerAccount | null,
): Promise<void> {
  const { initdb } = await getPostgresBinaries();
  await access(initdb);
  const { code, output } = await runProgram(
    initdb,
    [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order and case rules on every system, whatever it has installed.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...account, cwd: folder, env: SERVER_ENVIRONMENT },
  );
  if (code !== 0) throw new Error(output);
}
