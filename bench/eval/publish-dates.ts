/**
 * How often the day of publication read from a page is the right one, beside the date that Mozilla's
 * Readability gives. The published figure to beat is htmldate's accuracy on the whole set, .903.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#lib/errors.ts";
import { readPageItems, type PageItem } from "./page-items.ts";
import { predictPage } from "./page-predictions.ts";
import { readWithReadability } from "./readability.ts";
import { sharedDataPath } from "./shared-data.ts";

const BAR = 0.91;
const DEFAULT_FILE = "publish-dates/htmldate.jsonl.gz";

type Options = { data?: string[]; predictions?: string; json?: boolean; "skip-baseline"?: boolean };
type Prediction = { id: string; date: string | null };
type Score = { accuracy: number; precision: number; recall: number };
type Result = { file: string; pages: number; archive: Score; readability: Score | null };

export const evalCommand = {
  name: "publish-dates",
  describe: "days of publication read from web pages (--data FILE …)",
  options: {
    data: { type: "string", multiple: true },
    predictions: { type: "string" },
    "skip-baseline": { type: "boolean" },
  },
  /** 0 when the share of exact days is within the bar in every file, else 1. */
  async run(options: Options): Promise<number> {
    const files = options.data ?? [sharedDataPath(DEFAULT_FILE)].filter(existsSync);
    if (files.length === 0)
      throw new AppError("invalid_input", "Name at least one file with --data.");
    const predictions: Prediction[] = [];
    const results: Result[] = [];
    for (const file of files) {
      const items = await readPageItems(file);
      const found: Prediction[] = [];
      for (const item of items) found.push(await predictDay(item));
      const readability = options["skip-baseline"]
        ? null
        : items.map((item) => ({ id: item.id, date: readWithReadability(item).date }));
      predictions.push(...found);
      results.push({
        file: basename(file),
        pages: items.length,
        archive: score(items, found),
        readability: readability && score(items, readability),
      });
    }
    if (options.predictions !== undefined) {
      const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
      await writeFile(options.predictions, lines.join(""));
    }
    report(results, options.json ?? false);
    return results.every(({ archive }) => archive.accuracy >= BAR) ? 0 : 1;
  },
};

async function predictDay(item: PageItem): Promise<Prediction> {
  const { id, date } = await predictPage(item);
  return { id, date };
}

/** Accuracy counts a page without a date as right where none was found. */
function score(items: PageItem[], found: Prediction[]): Score {
  const right = items.filter((item, i) => (item.gold.date ?? null) === (found[i]?.date ?? null));
  const rightDays = right.filter(({ gold }) => gold.date).length;
  const given = found.filter(({ date }) => date).length;
  const known = items.filter(({ gold }) => gold.date).length;
  return {
    accuracy: share(right.length, items.length),
    precision: share(rightDays, given),
    recall: share(rightDays, known),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function report(results: Result[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ bar: BAR, results }, null, 2));
    return;
  }
  const row = (
    file: string,
    reader: string,
    pages: number,
    { accuracy, precision, recall }: Score,
  ) => ({
    file,
    reader,
    pages,
    "exact day": accuracy.toFixed(4),
    precision: precision.toFixed(4),
    recall: recall.toFixed(4),
    bar: reader === "archive" ? BAR.toFixed(2) : "",
    holds: reader === "archive" ? (accuracy >= BAR ? "yes" : "no") : "",
  });
  console.table(
    results.flatMap(({ file, pages, archive, readability }) => [
      row(file, "archive", pages, archive),
      ...(readability ? [row(file, "readability", pages, readability)] : []),
    ]),
  );
}
