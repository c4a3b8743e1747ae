import type { AskedState } from "#lib/commitments/types.ts";
import type { CommitmentState } from "#lib/commitments/schema.ts";

type Due = { state: CommitmentState; dueEndsOn: string | null };

/**
 * True where a commitment is open after the last day that its due date covers. That says nothing about
 * whether it was kept: only that nothing here does.
 */
export function isOverdue({ state, dueEndsOn }: Due, today: string): boolean {
  return state === "open" && dueEndsOn !== null && dueEndsOn < today;
}

export const STATE_LABELS: Readonly<Record<AskedState, string>> = {
  open: "open",
  overdue: "overdue",
  kept: "kept",
  missed: "missed",
  superseded: "superseded",
};

/** A commitment's state in words; one that is overdue says what that means. */
export function stateInWords(line: { state: CommitmentState; isOverdue: boolean }): string {
  return line.isOverdue ? "overdue: no evidence here of it being kept" : STATE_LABELS[line.state];
}
