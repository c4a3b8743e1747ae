/**
 * How often the day of publication read from a page is the right one, beside the date that Mozilla's
 * Readability gives. The published figure to beat is htmldate's accuracy on the whole set, .903.
 */
import type { PageItem } from "./page-items.ts";
import { predictPage } from "./page-predictions.ts";
import { PAGE_RUN_OPTIONS, runOnPages, type PageRunOptions } from "./page-run.ts";
import { readWithReadability } from "./readability.ts";

const BAR = 0.91;
const DEFAULT_FILE = "publish-dates/htmldate.jsonl.gz";

type Prediction = { id: string; date: string | null };
type Score = { accuracy: number; precision: number; recall: number };
type Result = { file: string; pages: number; archive: Score; readability: Score | null };

export const evalCommand = {
  name: "publish-dates",
  describe: "days of publication read from web pages (--data FILE …)",
  options: PAGE_RUN_OPTIONS,
  /** 0 when the share of exact days is within the bar in every file, else 1. */
  async run(options: PageRunOptions): Promise<number> {
    const results = await runOnPages(options, {
      defaultFiles: [DEFAULT_FILE],
      predict: predictDay,
      readBaseline: (item) => ({ id: item.id, date: readWithReadability(item).date }),
      score: scoreFile,
    });
    report(results, options.json ?? false);
    return results.every(({ archive }) => archive.accuracy >= BAR) ? 0 : 1;
  },
};

function scoreFile(
  file: string,
  items: PageItem[],
  found: Prediction[],
  baselines: Prediction[] | null,
): Result[] {
  const readability = baselines && score(items, baselines);
  return [{ file, pages: items.length, archive: score(items, found), readability }];
}

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
