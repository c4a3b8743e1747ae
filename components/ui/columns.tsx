import type { ReactNode } from "react";
import styles from "./columns.module.css";

/** A main column and a narrower one beside it; below it on a narrow screen. */
export function MainAndAside({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.split}>
      <div className={styles.column}>{children}</div>
      <aside className={styles.column}>{aside}</aside>
    </div>
  );
}
