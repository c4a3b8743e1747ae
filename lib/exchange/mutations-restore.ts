import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";
import { planRestore } from "#lib/exchange/data-restore-plan.ts";
import { KIND_NAMES } from "#lib/exchange/export-tables.ts";
import { insertPlan } from "#lib/exchange/mutations-restore-rows.ts";
import { explainRefusal } from "#lib/exchange/explain-refusal.ts";
import type { RestoreState } from "#lib/exchange/restore-state.ts";
import { findBroken } from "#lib/exchange/mutations-restore-trial.ts";
import type { ExportGroup, Line } from "#lib/exchange/types.ts";

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
 * here stays as it is. What becomes of each line is added to `state`. What the database's own rules
 * refuse, and what names that, is left out.
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
  if ((await tryGroup(group, state, options)) === null) return;
  const broken = await findBroken(group, state.branch());
  const rest = withoutBroken(group, broken, state);
  const reason = await tryGroup(rest, state, options);
  if (reason === null) return;
  for (const kind of KIND_NAMES) {
    for (const { id } of rest.lines[kind] ?? []) state.refuse(kind, String(id), reason);
  }
}

/** The group but for the broken lines, which are reported. */
function withoutBroken(
  group: ExportGroup,
  broken: ReadonlyMap<Line, string>,
  state: RestoreState,
): ExportGroup {
  const lines: ExportGroup["lines"] = {};
  for (const kind of KIND_NAMES) {
    lines[kind] = group.lines[kind]?.filter((line) => {
      const reason = broken.get(line);
      if (reason) state.refuse(kind, String(line.id), reason);
      return !reason;
    });
  }
  return { ...group, lines };
}

/** Takes the group in and returns null, or a sentence on why the database refused it. */
async function tryGroup(
  group: ExportGroup,
  state: RestoreState,
  options: RestoreOptions,
): Promise<string | null> {
  try {
    state.join(await (options.isDryRun ? foresee : write)(group, state, options));
    return null;
  } catch (error) {
    const reason = explainRefusal(error);
    if (reason === null) throw error;
    return reason;
  }
}

async function foresee(group: ExportGroup, state: RestoreState): Promise<RestoreState> {
  const attempt = state.branch();
  const plan = await database.$transaction((tx) => planRestore(tx, group, attempt, true), {
    timeout: GROUP_TIMEOUT_MS,
  });
  for (const kind of KIND_NAMES) {
    for (const { id } of plan[kind]) attempt.foresee(kind, String(id));
  }
  return attempt;
}

async function write(
  group: ExportGroup,
  state: RestoreState,
  { actor, source }: RestoreOptions,
): Promise<RestoreState> {
  return await writeWithAudit(
    actor,
    async (tx, record) => {
      // Of its own for each try, since a write may be tried again.
      const attempt = state.branch();
      const plan = await planRestore(tx, group, attempt, false);
      if (attempt.restoredCount === 0) return attempt;
      await insertPlan(tx, plan, group.originals);
      const counts = KIND_NAMES.flatMap((kind) =>
        plan[kind].length > 0 ? [[kind, plan[kind].length]] : [],
      );
      const details = Object.fromEntries(counts) as Record<string, number>;
      record({ action: "archive.restore", subject: "archive", subjectId: source, details });
      return attempt;
    },
    { timeoutMs: GROUP_TIMEOUT_MS },
  );
}
