/** The work on a run, a group of articles in a transaction, and how it begins anew and ends. */
import { ACTORS_LOCK } from "#lib/actors/mutations.ts";
import {
  hasChanges,
  holdUnderstood,
  planUnderstanding,
  type UnderstoodArticle,
} from "#lib/articles/data-understood.ts";
import { writeSubjects } from "#lib/articles/mutations-understood.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Transaction } from "#lib/db/transaction.ts";
import { understandBody, type Understanding } from "#lib/ingest/pipeline.ts";
import { compareStatements, listKnownStatements } from "#lib/statements/data-known.ts";
import { replaceStatements } from "#lib/statements/mutations.ts";
import type { KnownStatement } from "#lib/statements/types.ts";
import { TOPICS_LOCK } from "#lib/topics/mutations.ts";
import { getDefinitions, type Definitions } from "#lib/understanding/data-definitions.ts";
import { countChanges, differenceOf, isNothing } from "#lib/understanding/difference.ts";
import { renewLease, type Run } from "#lib/understanding/mutations-lease.ts";
import type { Difference, RunState } from "#lib/understanding/types.ts";

/** Of the newest articles; of the others there are only the counts. */
export const MAX_CHANGES_KEPT = 1_000;

/** The definitions are not those any more that the run goes by; nothing was written. */
export class DefinitionsChanged extends Error {}

export type ReadArticle = { article: UnderstoodArticle; found: Understanding };

type Planned = ReadArticle & {
  changes: ReturnType<typeof planUnderstanding>;
  statements: ReturnType<typeof compareStatements>;
  difference: Difference;
};

/**
 * Goes over the next articles of a run, in order: writes what is understood otherwise now, or in a
 * dry run only notes it, and moves the run on behind them. Returns the state of the run: where that
 * is another by now, nothing was done. Throws `LeaseLost`, and `DefinitionsChanged` where a write would have been by old
 * definitions.
 */
export async function workOnGroup(
  run: Run,
  group: readonly ReadArticle[],
  definitions: Definitions,
): Promise<RunState> {
  const planned = await planGroup(group, definitions);
  const differing = planned.filter(isToWrite);
  const isQuiet = run.isDryRun || differing.length === 0;
  const work = async (tx: Transaction) => {
    const state = await renewLease(run, tx);
    if (state !== "running") return state;
    const changed = isQuiet ? differing : await writeAgain(tx, run, differing, definitions);
    await moveOn(tx, run, group, changed);
    return state;
  };
  return isQuiet ? await database.$transaction(work) : await writeWithAudit(run.actor, work);
}

/** Writes those that differ, as they stand now that nobody else can write them; returns these. */
async function writeAgain(
  tx: Transaction,
  run: Run,
  differing: readonly Planned[],
  definitions: Definitions,
): Promise<Planned[]> {
  await requireSameDefinitions(tx, run, definitions);
  const before = new Map(differing.map((each) => [each.article.id, each]));
  const held = await holdUnderstood(tx, [...before.keys()]);
  const read = held.map((article) => readAgain(article, before, definitions));
  const planned = (await planGroup(read, definitions, tx)).filter(isToWrite);
  await writePlanned(tx, planned);
  return planned;
}

/** An article may have been edited since it was read: then its text is understood once more. */
function readAgain(
  article: UnderstoodArticle,
  before: ReadonlyMap<string, ReadArticle>,
  { gazetteer }: Definitions,
): ReadArticle {
  const { body, publishedOn } = article;
  const read = before.get(article.id);
  const isSame = read?.article.body === body && read.article.publishedOn === publishedOn;
  return { article, found: isSame ? read.found : understandBody(body, publishedOn, gazetteer) };
}

async function planGroup(
  group: readonly ReadArticle[],
  definitions: Definitions,
  tx?: Transaction,
): Promise<Planned[]> {
  const known = await listKnownStatements(
    group.map(({ article }) => article.id),
    tx,
  );
  return group.map((read) => planArticle(read, known.get(read.article.id) ?? [], definitions));
}

function planArticle(
  { article, found }: ReadArticle,
  known: readonly KnownStatement[],
  { saved }: Definitions,
): Planned {
  const { body } = article;
  const changes = planUnderstanding(body, article, found);
  const statements = compareStatements(body, known, found.statements);
  const { gained, lost } = statements;
  const difference = differenceOf(body, { ...changes, statements: { gained, lost } }, found, saved);
  return { article, found, changes, statements, difference };
}

function isToWrite({ changes, statements }: Planned): boolean {
  return hasChanges(changes) || statements.hasChanges;
}

async function writePlanned(tx: Transaction, planned: readonly Planned[]): Promise<void> {
  await writeSubjects(
    tx,
    planned.map(({ article, changes }) => ({ articleId: article.id, items: changes })),
  );
  const altered = planned.filter(({ statements }) => statements.hasChanges);
  await replaceStatements(
    tx,
    altered.map(({ article: { id, body, publishedOn }, statements }) => {
      return { articleId: id, body, publishedOn, statements: statements.next };
    }),
  );
}

/** Who edits or merges a topic or an actor waits until the transaction ends. */
async function requireSameDefinitions(
  tx: Transaction,
  { proposal }: Run,
  { sha256 }: Definitions,
): Promise<void> {
  await holdLock(tx, TOPICS_LOCK);
  await holdLock(tx, ACTORS_LOCK);
  const now = await getDefinitions(proposal, tx);
  if (now.sha256 !== sha256) throw new DefinitionsChanged();
}

async function moveOn(
  tx: Transaction,
  run: Run,
  group: readonly ReadArticle[],
  planned: readonly Planned[],
): Promise<void> {
  const different = planned.filter(({ difference }) => !isNothing(difference));
  const { changed, ...counts } = countChanges(different.map(({ difference }) => difference));
  const increments = Object.entries(counts).map(([name, count]) => [name, { increment: count }]);
  const { done, total } = await tx.understandingRun.update({
    where: { id: run.id },
    data: {
      position: group.at(-1)?.article.id,
      done: { increment: group.length },
      changed: { increment: changed },
      ...Object.fromEntries(increments),
    },
    select: { done: true, total: true },
  });
  // Some may have come in since it was begun.
  if (done > total) {
    await tx.understandingRun.update({ where: { id: run.id }, data: { total: done } });
  }
  await noteChanges(tx, run, different);
}

async function noteChanges(
  tx: Transaction,
  { id: runId }: Run,
  planned: readonly Planned[],
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(({ article: { id, publishedOn }, difference }) => {
    return { article_id: id, day: publishedOn, details: difference };
  });
  // One may have been taken out of the bin for good since it was read.
  await tx.$executeRaw`
    INSERT INTO understanding_changes (run_id, article_id, day, details)
    SELECT ${runId}::uuid, given.article_id, given.day, given.details
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (article_id uuid, day date, details jsonb)
    JOIN (SELECT id FROM articles WHERE id = ANY(${rows.map((row) => row.article_id)}::uuid[])
          FOR KEY SHARE) there ON there.id = given.article_id`;
  await tx.$executeRaw`
    DELETE FROM understanding_changes WHERE run_id = ${runId}::uuid AND article_id IN (
      SELECT article_id FROM understanding_changes WHERE run_id = ${runId}::uuid
      ORDER BY day DESC NULLS LAST, article_id DESC OFFSET ${MAX_CHANGES_KEPT})`;
}

/** Puts a run at its beginning, to go by these definitions. Throws `LeaseLost`. */
export async function beginAnew(run: Run, { sha256 }: Definitions): Promise<void> {
  const nothing = countChanges([]);
  await database.$transaction(async (tx) => {
    await renewLease(run, tx);
    await tx.understandingChange.deleteMany({ where: { runId: run.id } });
    const data = { ...nothing, definitions: sha256, position: null, done: 0, stretchBeganWith: 0 };
    await tx.understandingRun.update({ where: { id: run.id }, data });
  });
}

/** Ends the work where it still goes on: all was gone through. Throws as `workOnGroup`. */
export async function finishRun(run: Run, definitions: Definitions): Promise<void> {
  await writeWithAudit(run.actor, async (tx, record) => {
    await requireSameDefinitions(tx, run, definitions);
    const [ended] = await tx.understandingRun.updateManyAndReturn({
      where: { id: run.id, leaseToken: run.token, state: "running" },
      data: { state: "done", finishedAt: new Date(), problem: null },
      omit: { proposal: true },
    });
    if (!ended) return;
    const { done, isDryRun } = ended;
    const counts = Object.keys(countChanges([])).map((name) => [name, ended[name as "changed"]]);
    record({
      action: "understanding.finish",
      subject: "understanding",
      subjectId: run.id,
      details: { isDryRun, articles: done, ...Object.fromEntries(counts) },
    });
  });
}

/** Pauses a run that met a fault of ours, with what is to be told of it. */
export async function stopWithProblem({ id, token, actor }: Run, problem: string): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.understandingRun.updateMany({
      where: { id, leaseToken: token, state: "running" },
      data: { state: "paused", problem },
    });
    const entry = { subject: "understanding", subjectId: id, details: { problem } };
    if (count > 0) record({ action: "understanding.stop", ...entry });
  });
}
