import type { ReactNode } from "react";
import { PageHeading } from "#components/ui/page-heading.tsx";
import styles from "./narrow-page.module.css";

type NarrowPageProps = { title: string; lead?: ReactNode; children?: ReactNode };

/** A page with one thing to do, such as signing in. */
export function NarrowPage({ title, lead, children }: NarrowPageProps) {
  return (
    <main className={styles.page}>
      <p>
        <a href="/" className={styles.home}>
          The Diplomacy Archive
        </a>
      </p>
      <PageHeading title={title} lead={lead} />
      {children}
    </main>
  );
}
