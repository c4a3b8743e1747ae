import type { ReactNode } from "react";
import styles from "./columns.module.css";

type MainAndAsideProps = {
  children: ReactNode;
  aside: ReactNode;
  /** Tells the narrower column from others of the page, where there are more. */
  label?: string;
};

/** A main column and a narrower one beside it; below it on a narrow screen. */
export function MainAndAside({ children, aside, label }: MainAndAsideProps) {
  return (
    <div className={styles.split}>
      <div className={styles.column}>{children}</div>
      <aside className={styles.column} aria-label={label}>
        {aside}
      </aside>
    </div>
  );
}
