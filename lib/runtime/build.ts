import { programEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { runProgram } from "#lib/runtime/run-program.ts";
import { fingerprint, hasStamp, writeStamp } from "#lib/runtime/stamp.ts";

const CLIENT_STAMP = "lib/db/generated/.stamp";
const BUILD_STAMP = ".next/.stamp";
const CLIENT_SOURCES = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
const BUILD_SOURCES = [
  "app",
  "components",
  "pages",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
];
/** What the build never sees, and generated code that follows from what it does. */
const NOT_BUILT =
  /^lib\/(testing|runtime|db\/generated)\/|\.test\.tsx?$|^public\/timeline-picture\.js$/;

/** A piece of work that is only done where what it was made from has changed. */
type Freshness = { isFresh: boolean; make(): Promise<void> };

/** Whether the generated Prisma client is that of the schema, and how to make it so. */
export async function checkClient(): Promise<Freshness> {
  const value = await fingerprint(CLIENT_SOURCES);
  return {
    isFresh: await hasStamp(CLIENT_STAMP, value),
    async make() {
      // Generating runs on the WebAssembly inside the package; naming any program that exists as
      // the engine keeps Prisma from downloading one.
      await runNodeProgram("prisma/build/index.js", ["generate"], {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
      });
      await writeStamp(CLIENT_STAMP, value);
    },
  };
}

/** Whether the built site is that of the sources, and how to make it so. Needs no database. */
export async function checkBuild(): Promise<Freshness> {
  const value = await fingerprint(BUILD_SOURCES, [process.version], (file) => NOT_BUILT.test(file));
  return {
    isFresh: await hasStamp(BUILD_STAMP, value),
    async make() {
      await runNodeProgram("next/dist/bin/next", ["build"], {
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        // A page that asked the database while it is built would keep that answer for ever.
        DATABASE_URL: "",
      });
      await writeStamp(BUILD_STAMP, value);
    },
  };
}

async function runNodeProgram(
  program: string,
  args: string[],
  settings: Record<string, string>,
): Promise<void> {
  const file = projectPath("node_modules", program);
  const { code, output } = await runProgram(process.execPath, [file, ...args], {
    env: programEnv(settings),
  });
  if (code === 0) return;
  throw new AppError(
    "internal",
    `${[program.split("/")[0], ...args].join(" ")} failed:\n${output.trim()}`,
  );
}
