/** The work on a run: it goes on where the table says that it was, whoever did it until then. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { listUnderstoodAfter, type UnderstoodArticle } from "#lib/articles/data-understood.ts";
import { LeaseLost, openSession } from "#lib/db/session-mark.ts";
import { isDatabaseAway, toAppError } from "#lib/errors.ts";
import { understandBody, type Gazetteer } from "#lib/ingest/pipeline.ts";
import { log } from "#lib/log.ts";
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

const RENEW_EVERY_MS = 3_000;

/** Told how many articles more were gone through. */
type OnArticles = (count: number) => void;

/**
 * Works on a run until it is done, somebody pauses, cancels or supersedes it, or `signal` is aborted.
 * Nothing happens where another worker has it. A fault of ours pauses the run, which then says why;
 * where the database is away it throws, and the run is taken up again later.
 */
export async function runUnderstanding(
  runId: string,
  signal: AbortSignal,
  onArticles: OnArticles = () => undefined,
): Promise<void> {
  const session = await openSession();
  try {
    const run = await takeRun(runId, session.mark);
    if (run) await workOn(run, signal, onArticles);
  } finally {
    await session.close();
  }
}

async function workOn(run: Run, signal: AbortSignal, onArticles: OnArticles): Promise<void> {
  const lease = keepLease(run, signal);
  try {
    while (!(await goThrough(run, lease.ended, onArticles))) run = { ...run, definitions: null };
  } catch (error) {
    if (error instanceof LeaseLost) return;
    if (isDatabaseAway(error)) throw error;
    log.error({ err: error, runId: run.id }, "understanding the archive anew failed");
    await stopWithProblem(run, toAppError(error).message);
  } finally {
    lease.stop();
    await releaseLease(run).catch(() => undefined);
  }
}

/** Renews a lease until `stop`; `ended` is aborted with `signal`, or once there is no more to do. */
function keepLease(run: Run, signal: AbortSignal): { ended: AbortSignal; stop(): void } {
  const ended = new AbortController();
  const renew = () =>
    renewLease(run).then(
      (state) => state !== "running" && ended.abort(),
      (error: unknown) => error instanceof LeaseLost && ended.abort(),
    );
  const timer = setInterval(renew, RENEW_EVERY_MS);
  return { ended: AbortSignal.any([signal, ended.signal]), stop: () => clearInterval(timer) };
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
