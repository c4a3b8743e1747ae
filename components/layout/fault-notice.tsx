"use client";

import { Button } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import styles from "./fault-notice.module.css";

/** What stands in place of a part of the page that failed in the browser. */
export function FaultNotice({ retry }: { retry: () => void }) {
  return (
    <main className={styles.notice}>
      <PageHeading
        title="Something went wrong on our side"
        lead="Nothing was changed. Please try again in a minute."
      />
      <p className={styles.ways}>
        <Button type="button" onClick={retry}>
          Try again
        </Button>
        <a href="/">Front page</a>
      </p>
    </main>
  );
}
