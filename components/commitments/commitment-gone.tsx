import { GoneNotice } from "#components/ui/gone-notice.tsx";
import type { CommitmentLookup } from "#lib/commitments/types.ts";

type CommitmentGoneProps = { gone: Extract<CommitmentLookup, { state: "gone" }> };

/** What stays at the address of a withdrawn commitment. */
export function CommitmentGone({ gone: { state: _state, ...gone } }: CommitmentGoneProps) {
  return (
    <GoneNotice kicker="Commitment" {...gone}>
      <p>
        See <a href="/commitments">the others</a>.
      </p>
    </GoneNotice>
  );
}
