import Link from "next/link";
import { PassageView } from "#components/admin/statements/passage-view.tsx";
import { queueFields } from "#components/admin/statements/queue-fields.ts";
import { StatementForm } from "#components/admin/statements/statement-form.tsx";
import { StatementHeading } from "#components/admin/statements/statement-heading.tsx";
import buttons from "#components/ui/button.module.css";
import { writeSaidOn } from "#lib/statements/said-on.ts";
import { filterOf, reviewPath, type ReviewQuery } from "#lib/statements/schema-review.ts";
import type { ReviewPage, StatementToReview } from "#lib/statements/types-review.ts";

type StatementReviewProps = {
  statement: StatementToReview;
  page: Pick<ReviewPage, "previousId" | "nextId">;
  query: ReviewQuery;
  topics: readonly { id: string; label: string }[];
};

/** One statement, to be confirmed, corrected or rejected. */
export function StatementReview({ statement, page, query, topics }: StatementReviewProps) {
  const { id, seen, state, speaker } = statement;
  const values = {
    speaker: speaker?.name ?? "",
    speakerText: state.speakerText ?? "",
    isAnonymous: state.isAnonymous,
    kind: state.kind,
    venue: state.venue ?? "",
    saidOn: state.saidOn ? writeSaidOn(state.saidOn) : "",
  };
  return (
    <StatementForm
      key={`${id}-${seen}`}
      {...{ id, seen, values, status: state.status, topics: statement.topics }}
      otherTopics={topics}
      hidden={{ ...queueFields({ ...query, at: id }), shownSpeaker: speaker?.id ?? "" }}
      ways={<Ways page={page} query={query} />}
    >
      <StatementHeading statement={statement} />
      <PassageView {...statement} />
    </StatementForm>
  );
}

function Ways({ page, query }: Pick<StatementReviewProps, "page" | "query">) {
  const { previousId, nextId } = page;
  const queue = filterOf(query);
  return (
    <>
      {previousId && (
        <Way href={reviewPath({ ...queue, at: previousId })} way="k">
          Previous
        </Way>
      )}
      {nextId && (
        <Way href={reviewPath({ ...queue, at: nextId })} way="j">
          Next
        </Way>
      )}
    </>
  );
}

type WayProps = { href: string; way: "j" | "k"; children: string };

/** A link that leaves the rest of the page standing: a plain one would lose keys pressed meanwhile. */
function Way({ href, way, children }: WayProps) {
  return (
    <Link href={href} prefetch={false} className={buttons.button} data-tone="plain" data-key={way}>
      {children} <kbd aria-hidden="true">{way}</kbd>
    </Link>
  );
}
