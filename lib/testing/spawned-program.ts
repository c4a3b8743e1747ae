import { spawn, type ChildProcess } from "node:child_process";
import { envSchema, programEnv } from "#lib/env.ts";
import { projectPath } from "#lib/runtime/project.ts";

const NO_SETTINGS = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, ""]));

export type SpawnedProgram = {
  child: ChildProcess;
  /** Everything printed so far, on both channels. */
  output(): string;
  stdout(): string;
  /** What was matched once it has been printed; rejects where the program ends without. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  /** The exit code, or the name of the signal that ended it, once its output is whole. */
  ended: Promise<number | NodeJS.Signals | null>;
};

/** Starts a script of `scripts/` as a person would, with these settings and no others. */
export function spawnScript(
  script: string,
  args: readonly string[] = [],
  settings: Record<string, string> = {},
  nodeFlags: readonly string[] = [],
): SpawnedProgram {
  const child = spawn(process.execPath, [...nodeFlags, projectPath("scripts", script), ...args], {
    // npm's own variables would make the launcher follow the npm that runs these tests.
    env: programEnv({
      npm_lifecycle_event: undefined,
      INIT_CWD: undefined,
      ...NO_SETTINGS,
      ...settings,
    }),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  let stdout = "";
  child.stdout.on("data", (text: string) => (stdout += text));
  const watchers = new Set<() => void>();
  for (const channel of [child.stdout, child.stderr]) {
    channel.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const look of watchers) look();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal)),
  );
  return { child, ended, output: () => output, stdout: () => stdout, printed };

  function printed(pattern: RegExp): Promise<RegExpMatchArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = output.match(pattern);
        if (match) resolve(match);
      };
      watchers.add(look);
      look();
      void ended.then(() => reject(new Error(`Ended without printing ${pattern}:\n${output}`)));
    });
  }
}
