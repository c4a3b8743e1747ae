import { CheckMatchEntry } from "#components/statements/check-match.tsx";
import { CheckedPassages } from "#components/statements/checked-passages.tsx";
import { Problems } from "#components/statements/problems.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextAreaField } from "#components/ui/field.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import type { CheckQuery } from "#lib/statements/check-query.ts";
import { MAX_QUOTATION_CHARACTERS } from "#lib/statements/schema.ts";
import type { QuotationCheck } from "#lib/statements/types-check.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./check-view.module.css";

const VERDICTS: Record<QuotationCheck["verdict"], string> = {
  exact: "In the archive, exactly.",
  shortened: "In the archive, shortened here: every word was said, and more beside.",
  part: "In the archive in part: it has some of these words one after another.",
  altered: "In the archive, but in other words.",
  not_found: "Not found among the archived statements.",
};

type CheckViewProps = {
  asked: CheckQuery;
  /** Null while nothing is asked. */
  check: QuotationCheck | null;
};

/** Whether a quotation is in the archive, by whom and when; all of the question in its address. */
export function CheckView({ asked, check }: CheckViewProps) {
  return (
    <>
      <PageHeading
        title="Check a quotation"
        lead="Paste the words. The archive says whether it has them exactly, shortened or altered, who said them, and when."
      />
      <Problems problems={asked.problems} />
      <form action="/check" className={styles.form} aria-label="Check a quotation">
        <TextAreaField
          id="quotation"
          name="q"
          label="Quotation"
          hint={`Up to ${inFigures(MAX_QUOTATION_CHARACTERS)} characters. Quotation marks, dashes and outer punctuation make no difference.`}
          rows={4}
          maxLength={MAX_QUOTATION_CHARACTERS}
          defaultValue={asked.text}
        />
        <div>
          <Button tone="primary">Check</Button>
        </div>
      </form>
      {check && <Answer check={check} />}
      <p className={styles.other}>
        <a href="/positions">Positions: who held what, on any day</a>
      </p>
    </>
  );
}

function Answer({ check: { verdict, matches, passages } }: { check: QuotationCheck }) {
  return (
    <>
      <p className={styles.verdict} role="status" data-verdict={verdict}>
        <strong>{VERDICTS[verdict]}</strong>
        {verdict === "not_found" && passages.length > 0 && (
          <> The words do stand in {counted(passages.length, "article")}, see below.</>
        )}
      </p>
      {matches.length > 0 && (
        <Section
          title="Statements"
          id="statements"
          aside={`${counted(matches.length, "statement")}, the closest first`}
        >
          <ol className={styles.list} aria-label="Statements, the closest first">
            {matches.map((match) => (
              <CheckMatchEntry key={match.statement.id} match={match} />
            ))}
          </ol>
        </Section>
      )}
      {passages.length > 0 && <CheckedPassages passages={passages} />}
      {verdict === "not_found" && passages.length === 0 && (
        <p>
          That it is not here does not mean that it was never said: the archive knows what its
          articles print.
        </p>
      )}
    </>
  );
}
