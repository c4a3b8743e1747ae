import { Fragment } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EventEvidence, EvidenceLine } from "#lib/events/types-evidence.ts";
import type { EventDetails } from "#lib/events/types.ts";
import styles from "./event-facts.module.css";

type EventFactsProps = { event: EventDetails; evidence: EventEvidence };

/**
 * What is known of an event, or was agreed, each fact with the sentences that seem to bear it out, and
 * whether every fact has been seen in one of its sources.
 */
export function EventFacts({ event, evidence }: EventFactsProps) {
  const isVerified = event.verification === "verified";
  const lines = evidence.articles.flatMap(({ sentences }) => sentences);
  return (
    <Section
      id="facts"
      title={event.kind === "agreement" ? "What was agreed" : "What is known"}
      aside={
        isVerified ? (
          <Badge tone="good">verified</Badge>
        ) : (
          <a href="/about#verified" className={styles.unsure}>
            <Badge tone="unsure">○ to be verified</Badge>
          </a>
        )
      }
    >
      {!isVerified && (
        <p className={styles.note}>
          At least one of these facts has not been checked against a source yet.
        </p>
      )}
      {event.facts.length > 0 ? (
        <ol className={styles.facts}>
          {event.facts.map((fact, i) => (
            <li key={fact} id={`fact-${i + 1}`}>
              {fact} <Borne lines={lines.filter(({ facts }) => facts.includes(i))} />
            </li>
          ))}
        </ol>
      ) : (
        <p>Nothing beyond its title, date and place has been recorded yet.</p>
      )}
    </Section>
  );
}

/** The way from a fact to its sentences. */
function Borne({ lines }: { lines: readonly EvidenceLine[] }) {
  if (lines.length === 0) return null;
  return (
    <span className={styles.borne}>
      evidence{" "}
      {lines.map(({ number }, i) => (
        <Fragment key={number}>
          {i > 0 && ", "}
          <a href={`#evidence-${number}`} aria-label={`Evidence ${number}`}>
            {number}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
