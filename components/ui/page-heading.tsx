import type { ReactNode } from "react";
import styles from "./page-heading.module.css";

type PageHeadingProps = {
  title: ReactNode;
  /** A short line above the title: what kind of page this is. */
  kicker?: ReactNode;
  /** A sentence or two under it. */
  lead?: ReactNode;
  children?: ReactNode;
};

/** The one `h1` of a page. */
export function PageHeading({ title, kicker, lead, children }: PageHeadingProps) {
  return (
    <header className={styles.heading}>
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <h1 className={styles.title}>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </header>
  );
}
