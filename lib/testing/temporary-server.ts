import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDataFolder } from "#lib/runtime/data-folder.ts";
import { startEmbeddedDatabase } from "#lib/runtime/embedded-database.ts";

/** What is lost with the machine need not be written safely. */
const FAST_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A PostgreSQL for one test run, in a folder that is gone after `stop`. */
export async function startTemporaryServer(
  settings: Record<string, string> = FAST_SETTINGS,
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await openDataFolder(await mkdtemp(path.join(tmpdir(), "archive-test-")));
  const server = await startEmbeddedDatabase(folder, settings);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
