import { Badge } from "#components/ui/badge.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { officesOnDay } from "#lib/articles/offices-on-day.ts";
import { confidenceInWords } from "#lib/articles/place-words.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { StatementToReview } from "#lib/statements/types-review.ts";
import styles from "./statement-heading.module.css";

/** Whose statement this is taken for, how surely, and where it stands. */
export function StatementHeading({ statement }: { statement: StatementToReview }) {
  const { article, state } = statement;
  return (
    <header className={styles.heading}>
      <p className={styles.article}>
        {article.publishedOn ? formatDay(article.publishedOn) : "no date"} ·{" "}
        {article.outlet ?? "outlet unknown"} ·{" "}
        <a href={`/admin/articles/${article.id}/statements#${statement.id}`}>
          {article.headline ?? "No headline yet"}
        </a>
      </p>
      <h2 className={styles.who} data-status={state.status}>
        {whoSaidIt(statement)}
      </h2>
      <p className={styles.facts}>
        <OfficeThatDay statement={statement} />
        <Certainty statement={statement} />
      </p>
    </header>
  );
}

function whoSaidIt({ speaker, state }: StatementToReview): string {
  if (speaker) return speaker.name;
  if (state.speakerText) return `“${state.speakerText}”`;
  return state.isAnonymous ? "An anonymous source" : "Nobody named";
}

function OfficeThatDay({ statement: { speaker, day, state } }: { statement: StatementToReview }) {
  if (!speaker) return state.isAnonymous ? "may not be named" : "nobody that the archive knows";
  const offices = day ? officesOnDay(speaker.offices, day) : [];
  if (offices.length === 0) return speaker.country ?? speaker.kind;
  return `${offices.join(", ")}, that day`;
}

function Certainty({ statement }: { statement: StatementToReview }) {
  const { state, confidence, decidedBy, decidedAt } = statement;
  if (state.status === "suggested") {
    return (
      <>
        <Badge tone="unsure">suggested</Badge> {confidenceInWords(confidence)} (
        {Math.round(100 * confidence)} %)
      </>
    );
  }
  return (
    <>
      <Badge tone={state.status === "confirmed" ? "good" : "danger"}>{state.status}</Badge>{" "}
      {decidedBy && `by ${decidedBy}, `}
      <Instant at={decidedAt} />
    </>
  );
}
