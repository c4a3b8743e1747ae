import { defineConfig } from "playwright/test";
import { getEnv, requireDatabaseUrl, requireSessionSecret } from "./lib/env.ts";
import { CHROMIUM_ARGS } from "./lib/testing/browser.ts";

// `npm test -- e2e` provides the settings. The served archive and the tests share the database and
// the key: tests make their own people and articles there, and mint their sessions.
requireDatabaseUrl();
requireSessionSecret();
const { ARCHIVE_URL, CHROMIUM_PATH } = getEnv();

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  // How fast things are is for the benchmarks: a busy machine takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  use: {
    baseURL: ARCHIVE_URL,
    locale: "en-GB",
    // Far from London, since no day of the archive may move with the reader's clock.
    timezoneId: "Asia/Tokyo",
    launchOptions: { executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `${ARCHIVE_URL}/`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
