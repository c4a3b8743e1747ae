import { Badge } from "#components/ui/badge.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { SuggestedArticleLine } from "#lib/happenings/types.ts";
import styles from "./suggestions.module.css";

/** What the articles say, sentence by sentence, as it stands in them now. */
export function SuggestionEvidence({ articles }: { articles: readonly SuggestedArticleLine[] }) {
  return (
    <ol className={styles.evidence} aria-label="Evidence">
      {articles.map(({ id, headline, path, outlet, publishedOn, evidence }) => (
        <li key={id} className={styles.account}>
          <p className={styles.source}>
            <a href={path}>{headline}</a>
            <span className={styles.quiet}>
              {[outlet, formatDay(publishedOn)].filter(Boolean).join(" · ")}
            </span>
          </p>
          {evidence.map(({ words, tellsDay }) => (
            <blockquote key={words} cite={path} className={styles.sentence}>
              {words} {tellsDay && <Badge tone="plain">tells the day</Badge>}
            </blockquote>
          ))}
        </li>
      ))}
    </ol>
  );
}
