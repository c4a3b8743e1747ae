/** The way of every evaluation on web pages: from its files to predictions, scores and an answer. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#lib/errors.ts";
import { sharedDataPath } from "../data/shared-data.ts";
import { readPageItems, type PageItem } from "./page-items.ts";

export type PageRunOptions = {
  data?: string[];
  predictions?: string;
  json?: boolean;
  "skip-baseline"?: boolean;
};
type PageRun<P, B, R> = {
  /** Read where no file is named, as far as they are there. */
  defaultFiles: string[];
  predict: (item: PageItem) => Promise<P>;
  readBaseline: (item: PageItem) => B;
  /** `baselines` is null where they are skipped. */
  score: (file: string, items: PageItem[], found: P[], baselines: B[] | null) => R[];
};

export const PAGE_RUN_OPTIONS = {
  data: { type: "string", multiple: true },
  predictions: { type: "string" },
  "skip-baseline": { type: "boolean" },
} as const;

/** The scores of all files, in order; the predictions are written where a file is named for them. */
export async function runOnPages<P, B, R>(
  options: PageRunOptions,
  { defaultFiles, predict, readBaseline, score }: PageRun<P, B, R>,
): Promise<R[]> {
  const files = options.data ?? defaultFiles.map(sharedDataPath).filter(existsSync);
  if (files.length === 0)
    throw new AppError("invalid_input", "Name at least one file with --data.");
  const predictions: P[] = [];
  const scores: R[] = [];
  for (const file of files) {
    const items = await readPageItems(file);
    const found: P[] = [];
    for (const item of items) found.push(await predict(item));
    const baselines = options["skip-baseline"] ? null : items.map(readBaseline);
    predictions.push(...found);
    scores.push(...score(basename(file), items, found, baselines));
  }
  if (options.predictions !== undefined) {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
    await writeFile(options.predictions, lines.join(""));
  }
  return scores;
}
