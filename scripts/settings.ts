import { existsSync } from "node:fs";
import { getEnv, type Env } from "#lib/env.ts";
import { AppError, isDatabaseAway, toAppError } from "#lib/errors.ts";
import { explainProblem, isDiskFull } from "#lib/runtime/explain.ts";
import { projectPath } from "#lib/runtime/project.ts";

/**
 * The settings of this process, with those of the checkout's `.env` where the environment has
 * none. `mode` is Node's and Next's word for whether this is a served archive.
 */
export function loadSettings(mode: "production" | "development"): Env {
  const file = projectPath(".env");
  if (existsSync(file)) process.loadEnvFile(file);
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });
  return getEnv();
}

/** Says on standard error what went wrong: in a sentence where it was foreseen, whole where not. */
export function reportProblem(error: unknown): void {
  const problem = isDiskFull(error) ? explainProblem("The archive had to stop", error) : error;
  const isForeseen = problem instanceof AppError || isDatabaseAway(problem);
  console.error(isForeseen ? `\n${toAppError(problem).message}` : problem);
}
