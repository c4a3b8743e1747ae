/** The work on a run: it goes on where the table says that it was, whoever did it until then. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { listUnderstoodAfter, type UnderstoodArticle } from "#lib/articles/data-understood.ts";
import { understandBody, type Gazetteer } from "#lib/ingest/pipeline.ts";
import { doLeasedWork, type LeasedWork } from "#lib/jobs/leased-work.ts";
import { getDefinitions, type Definitions } from "#lib/understanding/data-definitions.ts";
import {
  beginAnew,
  DefinitionsChanged,
  finishRun,
  stopWithProblem,
  workOnGroup,
  type ReadArticle,
} from "#lib/understanding/mutations-group.ts";
import { releaseLease, renewLease, takeRun, type Run } from "#lib/understanding/mutations-lease.ts";

/** Told how many articles more were gone through. */
type OnArticles = (count: number) => void;

/** Works on a run until it is done, somebody pauses, cancels or supersedes it, or `signal` is aborted. */
export function runUnderstanding(
  runId: string,
  signal: AbortSignal,
  onArticles: OnArticles = () => undefined,
): Promise<void> {
  const leased: LeasedWork<Run> = {
    name: `understanding the archive anew (${runId})`,
    take: (session) => takeRun(runId, session),
    renew: async (run) => (await renewLease(run)) === "running",
    release: releaseLease,
    stop: stopWithProblem,
    async work(run, ended) {
      let current = run;
      while (!(await goThrough(current, ended, onArticles)))
        current = { ...current, definitions: null };
    },
  };
  return doLeasedWork(leased, signal);
}

/** False where a definition has changed meanwhile, so that all is to be gone through by the new ones. */
async function goThrough(run: Run, ended: AbortSignal, onArticles: OnArticles): Promise<boolean> {
  const definitions = await getDefinitions(run.proposal);
  const isGoingOn = run.definitions === definitions.sha256;
  if (!isGoingOn) await beginAnew(run, definitions);
  try {
    await goOn(run, definitions, { from: isGoingOn ? run.position : null, ended, onArticles });
    return true;
  } catch (error) {
    if (error instanceof DefinitionsChanged) return false;
    throw error;
  }
}

type Way = { from: string | null; ended: AbortSignal; onArticles: OnArticles };

async function goOn(
  run: Run,
  definitions: Definitions,
  { from, ended, onArticles }: Way,
): Promise<void> {
  for (let position = from; ;) {
    const articles = await listUnderstoodAfter(position);
    const last = articles.at(-1);
    if (!last) break;
    const state = await workOnGroup(
      run,
      await readAll(articles, definitions.gazetteer),
      definitions,
    );
    if (state !== "running") return;
    onArticles(articles.length);
    if (ended.aborted) return;
    position = last.id;
  }
  await finishRun(run, definitions);
}

async function readAll(
  articles: readonly UnderstoodArticle[],
  gazetteer: Gazetteer,
): Promise<ReadArticle[]> {
  const read: ReadArticle[] = [];
  for (const article of articles) {
    const { body, publishedOn } = article;
    read.push({ article, found: understandBody(body, publishedOn, gazetteer) });
    // Understanding takes milliseconds; a site in the same process answers in between.
    await nextTurn();
  }
  return read;
}
