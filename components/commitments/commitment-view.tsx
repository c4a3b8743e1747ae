import { CommitmentNames } from "#components/commitments/commitment-names.tsx";
import { CommitmentState } from "#components/commitments/commitment-state.tsx";
import { EvidenceList } from "#components/commitments/evidence-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { Commitment } from "#lib/commitments/types.ts";
import styles from "./commitment-view.module.css";

/** A commitment: what was promised, and its history with what shows each part of it. */
export function CommitmentView({ commitment }: { commitment: Commitment }) {
  const { title, detail } = commitment;
  return (
    <article className={styles.page}>
      <Breadcrumbs crumbs={[{ label: "Commitments", href: "/commitments" }]} />
      <PageHeading title={title} kicker={<CommitmentNames line={commitment} />}>
        <p>
          <CommitmentState line={commitment} />
        </p>
      </PageHeading>
      {detail && <Paragraphs text={detail} className={styles.detail} />}
      <Facts commitment={commitment} />
      <History commitment={commitment} />
    </article>
  );
}

function Facts({ commitment: { madeOn, due, event, topics } }: { commitment: Commitment }) {
  return (
    <dl className={styles.facts}>
      <dt>Made</dt>
      <dd>{formatEdtf(madeOn)}</dd>
      <dt>Due</dt>
      <dd>{due ? formatEdtf(due) : "no day was named"}</dd>
      {event && (
        <>
          <dt>At</dt>
          <dd>
            <a href={event.path}>{event.title}</a>
          </dd>
        </>
      )}
      {topics.length > 0 && (
        <>
          <dt>Topics</dt>
          <dd className={styles.topics}>
            {topics.map(({ id, label }) => (
              <a key={id} href={`/topics/${id}`}>
                {label}
              </a>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function History({ commitment }: { commitment: Commitment }) {
  const { madeOn, evidence, changes, isOverdue, due, event } = commitment;
  return (
    <Section id="history" title="What became of it">
      <ol className={styles.history} aria-label="History">
        <li className={styles.change}>
          <p className={styles.day}>
            {formatEdtf(madeOn)} <Badge>promised</Badge>
          </p>
          {(evidence.length > 0 || !event) && (
            <EvidenceList evidence={evidence} label="Evidence of the promise" />
          )}
        </li>
        {changes.map((change, i) => (
          <li key={i} className={styles.change}>
            <p className={styles.day}>
              <time dateTime={change.day}>{formatDay(change.day)}</time>{" "}
              <CommitmentState line={{ state: change.state, isOverdue: false }} />
            </p>
            <Paragraphs text={change.note} className={styles.note} />
            <EvidenceList
              evidence={change.evidence}
              label={`Evidence of ${formatDay(change.day)}`}
            />
          </li>
        ))}
        {isOverdue && due && (
          <li className={styles.change}>
            <p className={styles.day}>
              {formatEdtf(due)} <Badge tone="unsure">○ its day has passed</Badge>
            </p>
            <p className={styles.note}>
              There is no evidence here of it being kept. That does not say that it was missed:
              nobody has judged it.
            </p>
          </li>
        )}
      </ol>
    </Section>
  );
}

function Paragraphs({ text, className }: { text: string; className?: string }) {
  return text.split(/\n\s*\n/).map((paragraph, i) => (
    <p key={i} className={className}>
      {paragraph}
    </p>
  ));
}
