import type { ReactNode } from "react";
import styles from "./section.module.css";

type SectionProps = {
  title: ReactNode;
  /** Unique in the page: names the section for screen readers and links. */
  id: string;
  /** A link or a short note at the end of the heading's line. */
  aside?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
};

/** A titled part of a page under a rule. */
export function Section({ title, id, aside, level = 2, children }: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.top}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
