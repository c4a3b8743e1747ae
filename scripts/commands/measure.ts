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
  const chosen = measurements.get(name ?? "");
  if (!chosen) {
    const list = [...measurements].map(
      ([each, { describe }]) => `  ${each.padEnd(12)} ${describe}`,
    );
    const message = `Usage: npm run ${kind} -- NAME [options]\n\n${list.join("\n")}`;
    if (name) throw new AppError("invalid_input", `There is no ${kind} "${name}".\n${message}`);
    console.log(message);
    return 0;
  }
  loadSettings("production");
  return chosen.run(parseOptions(chosen, args) as never);
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
