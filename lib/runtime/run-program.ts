import { spawn, type SpawnOptions } from "node:child_process";
import { PROJECT_DIR } from "#lib/runtime/project.ts";

export type ProgramResult = { code: number | null; signal: NodeJS.Signals | null; output: string };

const running = new Set<{ kill(signal: NodeJS.Signals): boolean }>();

/** Runs a program to its end and keeps what it prints, on both channels, in order of arrival. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { onOutput?: (text: string) => void } = {},
): Promise<ProgramResult> {
  const { onOutput, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: PROJECT_DIR,
      ...spawnOptions,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    const keep = (chunk: string) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve({ code, signal, output });
    });
  });
}

/** Ends every program that `runProgram` still waits for. */
export function stopPrograms(): void {
  for (const child of running) child.kill("SIGTERM");
}
