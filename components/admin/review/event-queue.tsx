import { ReviewItem } from "#components/admin/review/review-item.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { verifyEventAction } from "#lib/events/actions.ts";
import type { EventToVerify } from "#lib/events/data-review.ts";
import type { EventSource } from "#lib/events/types.ts";
import styles from "./review-queue.module.css";

/** Events that nobody has checked against their sources yet. */
export function EventQueue({ events }: { events: readonly EventToVerify[] }) {
  return (
    <ol className={styles.queue}>
      {events.map((event) => (
        <ReviewItem
          key={event.id}
          title={event.title}
          href={`/events/${event.id}`}
          meta={[formatEdtf(event.date), event.placeName, event.participants.join("; ")]
            .filter(Boolean)
            .join(" · ")}
          confirm={verifyEventAction}
          hidden={{ eventId: event.id, verification: "verified" }}
        >
          <ul className={styles.facts}>
            {event.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <ul className={styles.sources} aria-label="Sources">
            {event.sources.map((source, i) => (
              <li key={i}>
                <Source {...source} />
              </li>
            ))}
          </ul>
        </ReviewItem>
      ))}
    </ol>
  );
}

function Source({ publisher, title, url, stateMedia }: EventSource) {
  return (
    <>
      {publisher}: {url ? <a href={url}>{title}</a> : title}{" "}
      {stateMedia && <Badge tone="danger">state media</Badge>}
    </>
  );
}
