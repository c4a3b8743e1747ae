import { ledgerPath } from "#lib/statements/ledger-query.ts";
import { daysOf, type TimelineQuery } from "#lib/timeline/timeline-query.ts";

/** Statements are counted in the picture; here is where they are read. */
export function StatementsNote({ query: { narrowing, window } }: { query: TimelineQuery }) {
  const { text, lanes, topicId, actorId, outletSlug } = narrowing;
  const filter = { text, sides: lanes, topicId, speakerId: actorId, outletSlug };
  return (
    <p>
      Statements are counted in the picture, by the side of who said them;{" "}
      <a href={ledgerPath({ ...filter, ...daysOf(window) })}>read them in the ledger</a>.
    </p>
  );
}
