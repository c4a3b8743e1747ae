import { Badge } from "#components/ui/badge.tsx";
import { stateInWords } from "#lib/commitments/overdue.ts";
import type { CommitmentLine } from "#lib/commitments/types.ts";

const TONES = { open: "plain", kept: "good", missed: "danger", superseded: "plain" } as const;

/** Where a commitment stands. What nobody has judged has the dotted edge of what is unsure. */
export function CommitmentState({ line }: { line: Pick<CommitmentLine, "state" | "isOverdue"> }) {
  return (
    <Badge tone={line.isOverdue ? "unsure" : TONES[line.state]}>
      {line.isOverdue ? `○ ${stateInWords(line)}` : stateInWords(line)}
    </Badge>
  );
}
