import type { ReactNode } from "react";
import { KeyboardShortcuts } from "#components/layout/keyboard-shortcuts.tsx";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { SiteHeader } from "#components/layout/site-header.tsx";
import styles from "./archive-frame.module.css";

/** Header, main content and footer of every reader's page. */
export function ArchiveFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <SiteHeader />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <SiteFooter />
      <KeyboardShortcuts />
      <script type="module" src="/search-suggestions.js" />
    </div>
  );
}
