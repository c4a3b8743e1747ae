/** What people do to a run; the work itself is `run-understanding.ts`. */
import { editActor } from "#lib/actors/mutations.ts";
import { countArticles } from "#lib/articles/data-understood.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { wakeWorker } from "#lib/jobs/send.ts";
import { editTopic } from "#lib/topics/mutations.ts";
import { understandJob } from "#lib/understanding/job.ts";
import { proposalSchema } from "#lib/understanding/schema.ts";
import type { Proposal, RunState } from "#lib/understanding/types.ts";

const OPEN = ["queued", "running", "paused"] as const satisfies readonly RunState[];
const LOCK = "understanding";
/** What older runs changed is told by their counts alone. */
const RUNS_WITH_CHANGES = 10;

type Beginning = { isDryRun: boolean; proposal?: Proposal };

/**
 * Has the archive understood anew in the background, from its beginning; a dry run only says what
 * would change, by a proposed definition where one is given. What was open until then is superseded.
 * Returns its id. Throws `AppError` "conflict" for a dry run while a real one is open, as half of the
 * archive would be understood by other definitions than the rest.
 */
export async function beginRun(beginning: Beginning, actor: Actor): Promise<string> {
  const id = await prepareRun(beginning, actor);
  await wakeWorker(understandJob, { runId: id });
  return id;
}

/** As `beginRun`, for who does the work in this process: no worker is told of it. */
export async function prepareRun({ isDryRun, proposal }: Beginning, actor: Actor): Promise<string> {
  const total = await countArticles();
  return await writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, LOCK);
    await supersede(tx, isDryRun);
    const { id } = await tx.understandingRun.create({
      data: { isDryRun, proposal, total, createdById: actor.userId, agent: actor.agent },
      select: { id: true },
    });
    await forgetOldChanges(tx);
    const about = proposal && { [proposal.kind]: proposal.id };
    record({ ...entryOf(id, "begin"), details: { isDryRun, ...about } });
    return id;
  });
}

async function supersede(tx: Transaction, isDryRun: boolean): Promise<void> {
  if (isDryRun) {
    const real = await tx.understandingRun.count({
      where: { state: { in: [...OPEN] }, isDryRun: false },
    });
    if (real > 0) {
      throw new AppError(
        "conflict",
        "The archive is being understood anew just now. Wait until that is done, or cancel it; then this can be tried.",
      );
    }
  }
  await tx.understandingRun.updateMany({
    where: { state: { in: [...OPEN] } },
    data: { state: "superseded", finishedAt: new Date() },
  });
}

async function forgetOldChanges(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM understanding_changes WHERE run_id IN (
      SELECT id FROM understanding_runs ORDER BY created_at DESC, id OFFSET ${RUNS_WITH_CHANGES})`;
}

/** Lets the articles under way be the last until `resumeRun`. Throws `AppError` "conflict". */
export async function pauseRun(id: string, actor: Actor): Promise<void> {
  await changeRun(id, actor, {
    action: "pause",
    from: ["queued", "running"],
    refusal: "It is not being worked on, so there is nothing to pause.",
    data: { state: "paused", problem: null },
  });
}

/** Goes on with a paused run where it was. Throws `AppError` "conflict". */
export async function resumeRun(id: string, actor: Actor): Promise<void> {
  await changeRun(id, actor, {
    action: "resume",
    from: ["paused"],
    refusal: "It is not paused.",
    data: { state: "queued", problem: null },
  });
  await wakeWorker(understandJob, { runId: id });
}

/** Ends a run early; what it has changed stays. Throws `AppError` "conflict". */
export async function cancelRun(id: string, actor: Actor): Promise<void> {
  await changeRun(id, actor, {
    action: "cancel",
    from: OPEN,
    refusal: "It has ended already.",
    data: { state: "cancelled", finishedAt: new Date(), problem: null },
  });
}

/**
 * Does what a dry run that is done has shown: saves the definition that it tried, and has the archive
 * understood anew. Returns the id of that run. Throws `AppError` "not_found", or "conflict" where the
 * dry run is not done or somebody has changed the definition since.
 */
export async function applyRun(id: string, actor: Actor): Promise<string> {
  const run = await database.understandingRun.findUnique({
    where: { id },
    select: { state: true, isDryRun: true, proposal: true },
  });
  if (!run) throw notFound();
  if (!run.isDryRun || run.state !== "done") {
    throw new AppError(
      "conflict",
      "Only what a dry run has gone through to its end can be applied.",
    );
  }
  if (run.proposal !== null) await saveProposal(proposalSchema.parse(run.proposal), actor);
  return await beginRun({ isDryRun: false }, actor);
}

async function saveProposal(proposal: Proposal, actor: Actor): Promise<void> {
  const { kind, id } = proposal;
  if (kind === "topic") await editTopic(id, proposal.fields, actor, { base: proposal.base });
  else await editActor(id, proposal.fields, actor, { base: proposal.base });
}

type Change = {
  action: string;
  from: readonly RunState[];
  /** Where the run is in none of those states. */
  refusal: string;
  data: Prisma.UnderstandingRunUpdateManyMutationInput;
};

async function changeRun(id: string, actor: Actor, change: Change): Promise<void> {
  await writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.understandingRun.updateMany({
      where: { id, state: { in: [...change.from] } },
      data: change.data,
    });
    if (count === 0) {
      const isThere = await tx.understandingRun.count({ where: { id } });
      throw isThere ? new AppError("conflict", change.refusal) : notFound();
    }
    record(entryOf(id, change.action));
  });
}

function notFound(): AppError {
  return new AppError("not_found", "There is no such run.");
}

function entryOf(id: string, action: string) {
  return { action: `understanding.${action}`, subject: "understanding", subjectId: id };
}
