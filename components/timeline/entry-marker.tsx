import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./entry-marker.module.css";

type EntryMarkerProps = {
  type: "event" | "article";
  verification: "verified" | "to_verify";
  /** False beside words that say the same. */
  hasWords?: boolean;
};

/** Round for an event, square for an article; hollow while its facts are to be verified. */
export function EntryMarker({ type, verification, hasWords = true }: EntryMarkerProps) {
  const words = verification === "to_verify" ? `${WORDS[type]}, to be verified` : WORDS[type];
  return (
    <span className={styles.marker} data-type={type} data-verification={verification}>
      {hasWords && <VisuallyHidden>{words}: </VisuallyHidden>}
    </span>
  );
}

const WORDS = { event: "Event", article: "Article" };

/** What the markers mean. */
export function MarkerLegend() {
  return (
    <p className={styles.legend}>
      <span>
        <EntryMarker type="event" verification="verified" hasWords={false} /> event
      </span>
      <span>
        <EntryMarker type="article" verification="verified" hasWords={false} /> article
      </span>
      <span>
        <EntryMarker type="event" verification="to_verify" hasWords={false} />{" "}
        <EntryMarker type="article" verification="to_verify" hasWords={false} /> hollow: to be
        verified
      </span>
    </p>
  );
}
