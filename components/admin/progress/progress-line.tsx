import { Badge } from "#components/ui/badge.tsx";
import styles from "./progress-line.module.css";

type ProgressLineProps = {
  tone: "plain" | "good" | "unsure" | "danger";
  /** The state, in a word or two. */
  state: string;
  /** How far it is. */
  words: string;
  label: string;
  /** Null while it is not known how much there is. */
  total: number | null;
  done: number;
  isMoving: boolean;
};

/** How far work in the background is, in words and as a bar. */
export function ProgressLine(props: ProgressLineProps) {
  const { tone, state, words, label, total, done, isMoving } = props;
  return (
    <>
      <p className={styles.line}>
        <span role="status">
          <Badge tone={tone}>{state}</Badge>
        </span>
        <span>{words}</span>
      </p>
      <progress
        className={styles.bar}
        aria-label={label}
        max={Math.max(1, total ?? 1)}
        value={total === null ? 0 : total === 0 ? 1 : done}
      />
      {isMoving && (
        <noscript>
          <p className={styles.quiet}>Reload this page to see how far it is.</p>
        </noscript>
      )}
    </>
  );
}
