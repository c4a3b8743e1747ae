import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { StatementCarriers } from "#components/statements/statement-carriers.tsx";
import { StatementCertainty } from "#components/statements/statement-certainty.tsx";
import { StatementCite } from "#components/statements/statement-cite.tsx";
import { SaidOn } from "#components/statements/statement-occasion.tsx";
import { StatementPassage } from "#components/statements/statement-passage.tsx";
import { StatementSpeaker } from "#components/statements/statement-speaker.tsx";
import { StatementTopics } from "#components/statements/statement-topics.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { speakerName, type CitedAt } from "#lib/exchange/cited-statement.ts";
import { KIND_LABELS } from "#lib/statements/kind-labels.ts";
import type { LedgerEntry } from "#lib/statements/types-ledger.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./statement-view.module.css";

type StatementViewProps = { statement: LedgerEntry; citedAt: CitedAt };

/** A statement whole: its words, who, when and where, its topics, its carriers, how to cite it. */
export function StatementView({ statement, citedAt }: StatementViewProps) {
  const { kind, carriers, carrierCount, topics } = statement;
  return (
    <>
      <PageHeading
        title={`${speakerName(statement)}, ${formatDay(statement.day)}`}
        kicker={`Statement · ${KIND_LABELS[kind]}`}
      />
      <div className={styles.statement}>
        <blockquote className={styles.words}>
          <StatementPassage statement={statement} />
        </blockquote>
        <Facts statement={statement} />
        {topics.length > 0 && (
          <Section title="Topics" id="topics" aside="as the sentences above suggest them">
            <StatementTopics topics={topics} />
          </Section>
        )}
        {carrierCount > 0 && (
          <Section title="Carriers" id="carriers" aside={counted(carrierCount, "other article")}>
            <StatementCarriers carriers={carriers} count={carrierCount} />
          </Section>
        )}
        <Section title="Cite this" id="cite">
          <StatementCite statement={statement} citedAt={citedAt} isOpen />
        </Section>
      </div>
    </>
  );
}

function Facts({ statement }: { statement: LedgerEntry }) {
  const { place, fragment, venue, status, article } = statement;
  return (
    <dl className={styles.facts}>
      <dt>Said by</dt>
      <dd>
        <StatementSpeaker statement={statement} />
      </dd>
      <dt>When</dt>
      <dd>
        <SaidOn statement={statement} />
      </dd>
      {venue && (
        <>
          <dt>Where</dt>
          <dd>{venue}</dd>
        </>
      )}
      <dt>Read in</dt>
      <dd>
        <a href={`${place}${fragment}`}>
          <ArticleHeadline isProposed={article.headlineProposed}>
            {article.headline}
          </ArticleHeadline>
        </a>
        {`, ${[article.outlet?.name, formatDay(article.publishedOn)].filter(Boolean).join(", ")}`}
      </dd>
      <dt>Certainty</dt>
      <dd>
        <StatementCertainty status={status} />{" "}
        {status === "confirmed"
          ? "A person has checked it against the article."
          : "Read by machine; nobody has checked it yet."}
      </dd>
    </dl>
  );
}
