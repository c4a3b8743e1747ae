import { ALL_COMMITMENTS, commitmentsPath } from "#lib/commitments/commitments-query.ts";
import type { TimelineQuery } from "#lib/timeline/timeline-query.ts";

/** How commitments are drawn, and where they are read. */
export function CommitmentsNote({ query: { narrowing } }: { query: TimelineQuery }) {
  const { topicId, actorId } = narrowing;
  return (
    <p>
      A commitment stands at the day on which it was made; its line leads to the day on which it was
      due or settled, dashed while it is open.{" "}
      <a href={commitmentsPath(ALL_COMMITMENTS, { topicId, actorId })}>
        Read them with what became of each
      </a>
      .
    </p>
  );
}
