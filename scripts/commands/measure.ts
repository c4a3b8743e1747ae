import { readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { AppError } from "#lib/errors.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { loadSettings } from "#scripts/settings.ts";
import { ensureClient } from "#scripts/with-database.ts";

/** What a file of `bench/` or `bench/eval/` that can be called by its name exports. */
type Measurement = {
  describe: string;
  /** As `parseArgs` of `node:util` takes them; `--json` is always there. */
  options?: NonNullable<ParseArgsConfig["options"]>;
  /** Prints its result and returns an exit code: 1 where a bar is missed. */
  run(options: never): Promise<number>;
};

const KINDS = {
  bench: { folder: "bench", exportName: "benchCommand" },
  eval: { folder: "bench/eval", exportName: "evalCommand" },
} as const;

/** Runs a benchmark or an evaluation by its name; without one, lists those there are. */
export async function measure(
  kind: keyof typeof KINDS,
  name: string | undefined,
  args: string[],
): Promise<number> {
  // Listing measurements imports them, and some import the client.
  await ensureClient();
  const measurements = await listMeasurements(kind);
  if (!name || name.startsWith("-")) {
    const names = [...measurements].map(([each, { describe }]) => ({ name: each, describe }));
    console.log(name === "--json" ? JSON.stringify(names, null, 2) : usageOf(kind, measurements));
    return 0;
  }
  const chosen = measurements.get(name);
  if (!chosen) {
    const usage = usageOf(kind, measurements);
    throw new AppError("invalid_input", `There is no ${kind} "${name}".\n${usage}`);
  }
  if (args.includes("--help") || args.includes("-h")) {
    console.log(`${chosen.describe}\n\nOptions: ${optionsOf(chosen)}`);
    return 0;
  }
  loadSettings("production");
  try {
    return await chosen.run(parseOptions(chosen, args) as never);
  } catch (error) {
    throw isMissingFile(error)
      ? new AppError("invalid_input", `There is no file ${error.path}. Name another with --data.`)
      : error;
  }
}

function usageOf(kind: keyof typeof KINDS, measurements: Map<string, Measurement>): string {
  const list = [...measurements].map(([each, { describe }]) => `  ${each.padEnd(14)} ${describe}`);
  return `Usage: npm run ${kind} -- NAME [options], NAME --help for those\n\n${list.join("\n")}`;
}

function optionsOf({ options = {} }: Measurement): string {
  const known = Object.entries({ json: { type: "boolean" }, ...options });
  return known.map(([key, { type }]) => `--${key}${type === "string" ? " VALUE" : ""}`).join(", ");
}

function isMissingFile(error: unknown): error is Error & { path: string } {
  return error instanceof Error && "code" in error && error.code === "ENOENT" && "path" in error;
}

async function listMeasurements(kind: keyof typeof KINDS): Promise<Map<string, Measurement>> {
  const { folder, exportName } = KINDS[kind];
  const files = (await readdir(projectPath(folder))).filter((file) => /^[\w-]+\.ts$/.test(file));
  const found = new Map<string, Measurement>();
  for (const file of files.sort()) {
    if (file.endsWith(".test.ts")) continue;
    const exported = (await import(pathToFileURL(projectPath(folder, file)).href)) as Record<
      string,
      Measurement
    >;
    const measurement = exported[exportName];
    if (measurement) found.set(file.replace(/\.ts$/, ""), measurement);
  }
  return found;
}

function parseOptions({ options = {} }: Measurement, args: string[]): object {
  try {
    return parseArgs({ args, options: { json: { type: "boolean" }, ...options } }).values;
  } catch (error) {
    throw new AppError("invalid_input", (error as Error).message, { cause: error });
  }
}
