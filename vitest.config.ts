import { defineConfig } from "vitest/config";

const ROOMS = "{app,bench,components,lib,prisma,scripts}";

export default defineConfig({
  test: {
    // Property tests on a busy machine take their time; how fast things are is for the benchmarks.
    testTimeout: 30_000,
    env: { LOG_LEVEL: "silent", SESSION_SECRET: "only for tests, and therefore not a secret" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${ROOMS}/**/*.test.{ts,tsx}`],
          exclude: ["**/*.db.test.ts", "**/*.process.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [`${ROOMS}/**/*.db.test.ts`],
          globalSetup: "lib/testing/make-template.ts",
          setupFiles: "lib/testing/use-own-database.ts",
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "process",
          include: [`${ROOMS}/**/*.process.test.ts`],
          // These start and kill whole servers; side by side they would only wait for each other.
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
