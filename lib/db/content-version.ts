import pg from "pg";
import { log } from "#lib/log.ts";

const CHANNEL = "archive_content_changed";
const RECONNECT_AFTER_MS = 1_000;

type ContentVersion = { number: number; isListening: boolean };

// Shared by the server and by Next's bundles, which load this module separately.
const holder = globalThis as typeof globalThis & { archiveContentVersion?: ContentVersion };
const version = (holder.archiveContentVersion ??= { number: 0, isListening: false });

/** Marks everything remembered so far about public content as out of date, in this process. */
export function announceContentChange(): void {
  version.number += 1;
}

/**
 * A number that grows whenever public content may have changed, or null while this process
 * cannot hear of changes, when nothing may be remembered.
 */
export function currentContentVersion(): number | null {
  return version.isListening ? version.number : null;
}

/**
 * Listens for the notice that triggers send with every committed change to public content,
 * whoever made it, and keeps listening across lost connections. Returns how to stop.
 */
export function listenForContentChanges(databaseUrl: string): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    client.on("notification", announceContentChange);
    client.once("error", retry);
    client.once("end", retry);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      announceContentChange();
      version.isListening = !stopped;
    } catch (error) {
      if (!stopped)
        log.warn({ err: error }, "cannot listen for content changes; pages are rendered afresh");
      retry();
    }
  }

  function retry(): void {
    version.isListening = false;
    if (stopped || timer) return;
    client?.removeAllListeners("end");
    client?.on("error", () => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, RECONNECT_AFTER_MS);
  }

  void connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    version.isListening = false;
    await client?.end().catch(() => undefined);
  };
}
