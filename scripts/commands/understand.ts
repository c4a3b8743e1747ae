import { setTimeout as sleep } from "node:timers/promises";
import type { RunProgress } from "#lib/understanding/types.ts";
import { EXIT_CODES } from "#scripts/exit-codes.ts";
import { ProgressBar } from "#scripts/progress-bar.ts";
import { COMMAND_LINE, withDatabase } from "#scripts/with-database.ts";

const ASK_EVERY_MS = 500;

export type UnderstandOptions = { dryRun?: boolean; json?: boolean };

/** Understands the archive anew, or says what that would change, and prints how much that was. */
export async function understandCommand({
  dryRun = false,
  json,
}: UnderstandOptions): Promise<number> {
  const startedAt = performance.now();
  const run = await withDatabase(() => workToTheEnd(dryRun));
  const seconds = (performance.now() - startedAt) / 1000;
  if (json) {
    const { id, state, problem, done, counts } = run;
    const articles = { articles: done, seconds: Number(seconds.toFixed(3)) };
    console.log(JSON.stringify({ id, state, problem, isDryRun: dryRun, ...articles, ...counts }));
  } else print(run, seconds);
  return run.state === "done" ? EXIT_CODES.ok : EXIT_CODES.failed;
}

/** Works on a new run, or waits where a worker of the running archive was quicker to take it. */
async function workToTheEnd(isDryRun: boolean): Promise<RunProgress> {
  const { prepareRun } = await import("#lib/understanding/mutations.ts");
  const { runUnderstanding } = await import("#lib/understanding/run-understanding.ts");
  const { getRunProgress } = await import("#lib/understanding/data.ts");
  const id = await prepareRun({ isDryRun }, COMMAND_LINE);
  const find = async () => (await getRunProgress(id)) as RunProgress;
  const bar = new ProgressBar((await find()).total);
  try {
    await runUnderstanding(id, new AbortController().signal, (count) => {
      bar.addDone(count);
      bar.addArticles(count);
    });
    let run = await find();
    for (; run.state === "queued" || run.state === "running"; run = await find()) {
      await sleep(ASK_EVERY_MS);
    }
    return run;
  } finally {
    bar.end();
  }
}

function print({ state, problem, isDryRun, done, counts }: RunProgress, seconds: number): void {
  const figures = (count: number) => count.toLocaleString("en-GB");
  const what = isDryRun ? "Looked through" : "Understood";
  console.log(`${what} ${figures(done)} articles in ${seconds.toFixed(1)} s.`);
  if (state !== "done") console.error(`It was ${state}.${problem ? ` ${problem}` : ""}`);
  console.log(`  ${isDryRun ? "would change" : "changed"} ${figures(counts.changed)} articles`);
  for (const kind of ["topics", "mentions", "statements"] as const) {
    const [gained, lost] = [counts[`${kind}Gained`], counts[`${kind}Lost`]];
    console.log(`  ${kind}: ${figures(gained)} gained, ${figures(lost)} lost`);
  }
}
