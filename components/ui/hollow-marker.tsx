import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./hollow-marker.module.css";

/** Marks a line whose facts are still to be verified; said in words to those who cannot see it. */
export function HollowMarker() {
  return (
    <span className={styles.marker} title="To be verified">
      <VisuallyHidden>To be verified: </VisuallyHidden>
    </span>
  );
}
