import { fork } from "node:child_process";
import path from "node:path";
import { programEnv, provideEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { openDataFolder } from "#lib/runtime/data-folder.ts";
import { startEmbeddedDatabase } from "#lib/runtime/embedded-database.ts";
import { findFreePort } from "#lib/runtime/ports.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { runProgram } from "#lib/runtime/run-program.ts";
import { createEmptyDatabase } from "#lib/testing/database.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";
import { fillArchive } from "./fill-archive.ts";

const BUILD_SETTINGS = { ARCHIVE_BENCH: "1", ARCHIVE_BUILD_DIR: ".next-bench" };
const SECRET = "only for benchmarks, and therefore not a secret";

export type BenchArchive = { address: string; source: string; stop(): Promise<void> };

/** A database server; with a folder what it holds is kept there, and a later run goes on with it. */
export async function startServer(
  folder?: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (folder === undefined) return startTemporaryServer();
  return startEmbeddedDatabase(await openDataFolder(path.resolve(folder)), { max_wal_size: "4GB" });
}

/**
 * Builds the site with its empty pages beside the others, fills an archive of `articles` articles
 * in a database that is gone afterwards, and serves it in a process of its own. With a `folder` that
 * `bench -- search` left, its archive is served as it stands.
 */
export async function startBenchArchive(
  articles: number,
  dataFile: string,
  folder?: string,
): Promise<BenchArchive> {
  const server = await startServer(folder);
  try {
    const url = folder === undefined ? (await createEmptyDatabase(server.url)).url : server.url;
    const { address } = await provideArchive(url);
    const { migrate } = await import("#lib/db/migrate.ts");
    await migrate(url);
    const source = folder === undefined ? await fillArchive(articles, dataFile) : "as kept";
    const { indexPending } = await import("#lib/search/mutations-index.ts");
    await indexPending();
    await buildSite();
    const site = await serveSite();
    return {
      ...{ address, source },
      async stop() {
        await site.stop();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Sets the environment of an archive in this database, which is to be served at the address. */
export async function provideArchive(url: string): Promise<{ address: string }> {
  const port = String(await findFreePort("127.0.0.1"));
  provideEnv({ DATABASE_URL: url, PORT: port, SESSION_SECRET: SECRET, LOG_LEVEL: "warn" });
  return { address: `http://127.0.0.1:${port}` };
}

/** Builds the site, with pages that are empty for comparison. */
export async function buildSite(): Promise<void> {
  const next = projectPath("node_modules/next/dist/bin/next");
  const env = programEnv({ NODE_ENV: "production", ...BUILD_SETTINGS });
  const { code, output } = await runProgram(process.execPath, [next, "build"], { env });
  if (code !== 0) throw new AppError("internal", `next build failed:\n${output}`);
}

/** Serves what was built in a process of its own. */
export async function serveSite(): Promise<{ stop(): Promise<void> }> {
  const server = fork(projectPath("bench/archive/serve.ts"), {
    env: programEnv({ NODE_ENV: "production", ...BUILD_SETTINGS }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("message", () => resolve());
    server.once("exit", (code) => reject(new AppError("internal", `The server ended: ${code}.`)));
  });
  return {
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    },
  };
}
