import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Where there is nothing: says so, and what to do instead. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
