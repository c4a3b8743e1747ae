import { projectPath } from "#lib/runtime/project.ts";

/** Where a file of the measuring data is, when it lies beside the project. */
export function sharedDataPath(file: string): string {
  return projectPath("..", "shared", "data", file);
}
