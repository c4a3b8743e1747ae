import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EventDetails } from "#lib/events/types.ts";
import styles from "./event-facts.module.css";

/** What is known of an event, and whether every fact has been seen in one of its sources. */
export function EventFacts({ event }: { event: EventDetails }) {
  const isVerified = event.verification === "verified";
  return (
    <Section
      id="facts"
      title="What is known"
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
        <ul className={styles.facts}>
          {event.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : (
        <p>Nothing beyond its title, date and place has been recorded yet.</p>
      )}
    </Section>
  );
}
