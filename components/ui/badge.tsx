import type { ReactNode } from "react";
import styles from "./badge.module.css";

type BadgeTone = "plain" | "unsure" | "good" | "danger";

/** A word about the state of a thing. `unsure` has a dotted edge: nobody has confirmed it. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
