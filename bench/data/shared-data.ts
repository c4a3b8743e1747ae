import { projectPath } from "#lib/runtime/project.ts";

/** Real news articles, as many as the benchmarks fill an archive with. */
export const BULK_ARTICLES = sharedDataPath("bulk/articles.jsonl.gz");

/** Where a file of the measuring data is, when it lies beside the project. */
export function sharedDataPath(file: string): string {
  return projectPath("..", "shared", "data", file);
}
