import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./entry-marker.module.css";

type EntryMarkerProps = {
  type: "event" | "article" | "commitment";
  /** To be verified; of a commitment: nothing says yet what became of it. */
  isHollow?: boolean;
  /** False beside words that say the same. */
  hasWords?: boolean;
};

/** Round for an event, square for an article, on its point for a commitment; hollow while not settled. */
export function EntryMarker({ type, isHollow = false, hasWords = true }: EntryMarkerProps) {
  const words = isHollow && type !== "commitment" ? `${WORDS[type]}, to be verified` : WORDS[type];
  return (
    <span className={styles.marker} data-type={type} data-hollow={isHollow || undefined}>
      {hasWords && <VisuallyHidden>{words}: </VisuallyHidden>}
    </span>
  );
}

const WORDS = { event: "Event", article: "Article", commitment: "Commitment" };

/** What the markers mean. */
export function MarkerLegend({ hasCommitments = false }: { hasCommitments?: boolean }) {
  return (
    <p className={styles.legend}>
      <span>
        <EntryMarker type="event" hasWords={false} /> event
      </span>
      <span>
        <EntryMarker type="article" hasWords={false} /> article
      </span>
      <span>
        <EntryMarker type="event" isHollow hasWords={false} />{" "}
        <EntryMarker type="article" isHollow hasWords={false} /> hollow: to be verified
      </span>
      {hasCommitments && (
        <span>
          <EntryMarker type="commitment" hasWords={false} /> commitment, hollow while it is open
        </span>
      )}
    </p>
  );
}
