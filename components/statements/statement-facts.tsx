import { Badge } from "#components/ui/badge.tsx";
import type { Certainty } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./statement-facts.module.css";

type StatementFactsProps = {
  statement: Pick<StatementLine, "day" | "saidOn" | "venue" | "article">;
  certainty: Certainty;
};

/** When and where something was said and printed, and whether a person has confirmed it. */
export function StatementFacts({ statement, certainty }: StatementFactsProps) {
  const { day, saidOn, venue, article } = statement;
  const { outlet, publishedOn } = article;
  return (
    <span className={styles.facts}>
      <time dateTime={day}>{saidOn ? formatEdtf(saidOn) : formatDay(day, "short")}</time>
      {venue && <span>{venue}</span>}
      {outlet && <span>{outlet.name}</span>}
      {saidOn && publishedOn !== day && (
        <span>
          printed <time dateTime={publishedOn}>{formatDay(publishedOn, "short")}</time>
        </span>
      )}
      <Badge tone={certainty === "confirmed" ? "good" : "unsure"}>{certainty}</Badge>
    </span>
  );
}
