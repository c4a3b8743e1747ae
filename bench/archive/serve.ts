// The server of the benchmarks, in a process of its own: the build and the database are named by
// the environment, and it lives until it is told to stop.
import { getEnv } from "#lib/env.ts";
import { startServer } from "#lib/http/server.ts";
import { keepSearchWarm } from "#lib/search/data-warm.ts";
import { askForPages } from "#lib/search/warm-pages.ts";

const { PORT, HOST } = getEnv();
const server = await startServer({ port: PORT, host: HOST });
const { signal } = new AbortController();
await askForPages(`http://${HOST}:${PORT}`, await keepSearchWarm(signal), signal);
process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
process.send?.("open");
