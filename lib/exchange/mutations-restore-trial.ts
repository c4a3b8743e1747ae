import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { planRestore } from "#lib/exchange/data-restore-plan.ts";
import { explainRefusal } from "#lib/exchange/explain-refusal.ts";
import { KIND_NAMES, type KindName } from "#lib/exchange/export-tables.ts";
import { withoutOwnKind } from "#lib/exchange/line-references.ts";
import { insertKind } from "#lib/exchange/mutations-restore-rows.ts";
import type { RestoreState } from "#lib/exchange/restore-state.ts";
import type { ExportGroup, Line } from "#lib/exchange/types.ts";

const TRIAL_TIMEOUT_MS = 30 * 60_000;

class TrialOver extends Error {}

/**
 * Which lines of a group the database refuses, with a sentence on why: each is written by itself, and
 * in the end nothing of it stays. Lines of a vocabulary may name each other, so what they name of
 * their own kind is left out.
 */
export async function findBroken(
  group: ExportGroup,
  state: RestoreState,
): Promise<Map<Line, string>> {
  const broken = new Map<Line, string>();
  try {
    await database.$transaction(
      async (tx) => {
        const plan = await planRestore(tx, group, state, false);
        for (const kind of KIND_NAMES) {
          const given = new Map(group.lines[kind]?.map((line) => [line.id, line]));
          for (const line of toTry(kind, plan[kind])) {
            const reason = await tryLine(tx, kind, line, group);
            if (reason !== null) broken.set(given.get(line.id) as Line, reason);
          }
        }
        throw new TrialOver();
      },
      { timeout: TRIAL_TIMEOUT_MS },
    );
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error;
  }
  return broken;
}

/** An article is merged into one that is not: after that one, it can be tried as it is. */
function toTry(kind: KindName, lines: Line[]): Line[] {
  if (kind !== "articles") return lines.map((line) => withoutOwnKind(kind, line));
  const isMerged = ({ mergedIntoId }: Line) => mergedIntoId !== null;
  return [...lines.filter((line) => !isMerged(line)), ...lines.filter(isMerged)];
}

async function tryLine(
  tx: Transaction,
  kind: KindName,
  line: Line,
  { originals }: ExportGroup,
): Promise<string | null> {
  await tx.$executeRaw`SAVEPOINT line`;
  try {
    await insertKind(tx, kind, [line], originals);
    return null;
  } catch (error) {
    const reason = explainRefusal(error);
    if (reason === null) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT line`;
    return reason;
  }
}
