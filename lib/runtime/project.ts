import path from "node:path";

/** Where the archive is checked out, whatever folder its commands are called from. */
export const PROJECT_DIR = path.resolve(import.meta.dirname, "../..");

/** A path of the checkout; absolute ones stay as they are. */
export function projectPath(...parts: string[]): string {
  return path.resolve(PROJECT_DIR, ...parts);
}
