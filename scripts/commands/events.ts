import { counted, inFigures } from "#lib/text/counted.ts";
import { EXIT_CODES } from "#scripts/exit-codes.ts";
import { ProgressBar } from "#scripts/progress-bar.ts";
import { COMMAND_LINE, withDatabase } from "#scripts/with-database.ts";

/** Looks through new articles for happenings that are no events yet, and prints what was found. */
export async function suggestEventsCommand({ json }: { json?: boolean }): Promise<number> {
  const startedAt = performance.now();
  const counts = await withDatabase(async () => {
    const { countPending } = await import("#lib/happenings/data-pending.ts");
    const { suggestEvents } = await import("#lib/happenings/mutations-suggest.ts");
    const bar = new ProgressBar((await countPending()).pending);
    try {
      return await suggestEvents(COMMAND_LINE, new AbortController().signal, (count) => {
        bar.addDone(count);
        bar.addArticles(count);
      });
    } finally {
      bar.end();
    }
  });
  const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(3));
  if (json) console.log(JSON.stringify({ ...counts, seconds }));
  else {
    const { articles, found, grown, reopened } = counts;
    console.log(`Looked at ${counted(articles, "article")} in ${seconds.toFixed(1)} s.`);
    console.log(`  ${counted(found, "event")} suggested, ${inFigures(grown)} grown,`);
    console.log(`  ${inFigures(reopened)} open again since new articles came`);
  }
  return EXIT_CODES.ok;
}
