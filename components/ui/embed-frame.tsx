import type { ReactNode } from "react";
import styles from "./embed-frame.module.css";

type EmbedFrameProps = {
  title: string;
  /** Over the title: a date, what a list is narrowed to. */
  kicker?: ReactNode;
  /** Where all of it stands. */
  href: string;
  more: ReactNode;
  children: ReactNode;
};

/**
 * A page in another site's frame, whatever its size: heading and source stay, what is between
 * scrolls. Its links open beside the other site's page, not in the frame.
 */
export function EmbedFrame({ title, kicker, href, more, children }: EmbedFrameProps) {
  return (
    <article className={styles.frame}>
      <base target="_blank" />
      <header className={styles.head}>
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1 className={styles.title}>
          <a href={href}>{title}</a>
        </h1>
      </header>
      <div role="region" aria-label={title} tabIndex={0} className={styles.body}>
        {children}
      </div>
      <footer className={styles.foot}>
        <a href={href}>{more}</a>
      </footer>
    </article>
  );
}
