import { Prisma } from "#lib/db/generated/client.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { planRestore } from "#lib/exchange/data-restore-plan.ts";
import { KIND_NAMES } from "#lib/exchange/export-tables.ts";
import { insertPlan } from "#lib/exchange/mutations-restore-rows.ts";
import { explainRefusal } from "#lib/exchange/explain-refusal.ts";
import type { RestoreState } from "#lib/exchange/restore-state.ts";
import { splitGroup } from "#lib/exchange/split-group.ts";
import type { ExportGroup } from "#lib/exchange/types.ts";

/** A vocabulary of a hundred thousand lines is written at once. */
const GROUP_TIMEOUT_MS = 10 * 60_000;

export type RestoreOptions = {
  actor: Actor;
  /** Where it comes from, for the audit. */
  source: string;
  isDryRun?: boolean;
};

/**
 * Takes in a group of an export in one transaction: what is new here is written as it was, what is
 * here stays as it is. What becomes of each line is added to `state`. Where the database's own rules
 * refuse something, the rest of the group is taken in line by line, an article with what is its own.
 */
export async function restoreGroup(
  group: ExportGroup,
  state: RestoreState,
  options: RestoreOptions,
): Promise<void> {
  for (const problem of group.problems) {
    if (problem.kind) state.refuse(problem.kind, problem.what, problem.reason);
    else state.report(problem);
  }
  const refusal = await tryGroup(group, state, options);
  if (refusal === null) return;
  await restoreOneByOne(splitGroup(group), state, options);
}

/** Takes the group in and returns null, or a sentence on why the database refused it. */
async function tryGroup(
  group: ExportGroup,
  state: RestoreState,
  options: RestoreOptions,
): Promise<string | null> {
  const attempt = state.branch();
  try {
    await (options.isDryRun ? foresee(group, attempt) : write(group, attempt, options));
  } catch (error) {
    const reason = error instanceof Prisma.PrismaClientKnownRequestError && explainRefusal(error);
    if (!reason) throw error;
    return reason;
  }
  state.join(attempt);
  return null;
}

async function foresee(group: ExportGroup, state: RestoreState): Promise<void> {
  const plan = await database.$transaction((tx) => planRestore(tx, group, state, true), {
    timeout: GROUP_TIMEOUT_MS,
  });
  for (const kind of KIND_NAMES) {
    for (const { id } of plan[kind]) state.foresee(kind, String(id));
  }
}

async function write(
  group: ExportGroup,
  state: RestoreState,
  { actor, source }: RestoreOptions,
): Promise<void> {
  await writeWithAudit(
    actor,
    async (tx, record) => {
      const plan = await planRestore(tx, group, state, false);
      if (state.restoredCount === 0) return;
      await insertPlan(tx, plan, group.originals);
      const counts = KIND_NAMES.flatMap((kind) =>
        plan[kind].length > 0 ? [[kind, plan[kind].length]] : [],
      );
      const details = Object.fromEntries(counts) as Record<string, number>;
      record({ action: "archive.restore", subject: "archive", subjectId: source, details });
    },
    { timeoutMs: GROUP_TIMEOUT_MS },
  );
}

/** One may name another that stands later: as long as any is taken in, the rest is tried again. */
async function restoreOneByOne(
  groups: ExportGroup[],
  state: RestoreState,
  options: RestoreOptions,
): Promise<void> {
  let waiting = groups;
  for (let before = -1; waiting.length > 0 && before !== waiting.length;) {
    before = waiting.length;
    const refused: ExportGroup[] = [];
    for (const group of waiting) {
      const attempt = state.branch();
      const isTaken = (await tryGroup(group, attempt, options)) === null;
      const isDone = attempt.refusedCount === 0 || attempt.restoredCount > 0;
      if (isTaken && isDone) state.join(attempt);
      else refused.push(group);
    }
    waiting = refused;
  }
  for (const group of waiting) {
    const reason = await tryGroup(group, state, options);
    if (reason === null) continue;
    for (const kind of KIND_NAMES) {
      for (const { id } of group.lines[kind] ?? []) state.refuse(kind, String(id), reason);
    }
  }
}
