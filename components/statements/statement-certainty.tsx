import { Badge } from "#components/ui/badge.tsx";
import type { Certainty } from "#lib/articles/types.ts";

/** Whether a person has confirmed what the machine read. */
export function StatementCertainty({ status }: { status: Certainty }) {
  return <Badge tone={status === "confirmed" ? "good" : "unsure"}>{status}</Badge>;
}
