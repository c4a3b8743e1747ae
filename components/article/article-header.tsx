import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Article } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import styles from "./article-header.module.css";

/** Outlet, day, headline, standfirst and who wrote it. */
export function ArticleHeader({ article }: { article: Article }) {
  const { outlet, publishedOn, modifiedOn } = article;
  return (
    <header className={styles.header}>
      <p className={styles.kicker}>
        {outlet && <a href={`/outlets/${outlet.slug}`}>{outlet.name}</a>}
        {publishedOn && (
          <time dateTime={article.publishedAt ?? publishedOn}>{formatDay(publishedOn)}</time>
        )}
        {modifiedOn && modifiedOn !== publishedOn && (
          <span>
            changed <time dateTime={modifiedOn}>{formatDay(modifiedOn)}</time>
          </span>
        )}
        {article.verification === "to_verify" && <Badge tone="unsure">to be verified</Badge>}
      </p>
      <h1 className={styles.headline} lang={foreign(article.language)}>
        <ArticleHeadline isProposed={article.headlineProposed}>{article.headline}</ArticleHeadline>
      </h1>
      {article.summary && (
        <p className={styles.summary} lang={foreign(article.language)}>
          {article.summary}
        </p>
      )}
      {article.bylines.length > 0 && (
        <ul className={styles.bylines} aria-label="By">
          {article.bylines.map(({ name, role, note }, i) => (
            <li key={i}>
              <span className={styles.name}>{name}</span>
              {role && <span className={styles.role}>{role}</span>}
              {note && <span className={styles.note}>{note}</span>}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

/** The page is in British English; any other language is said where it stands. */
function foreign(language: string): string | undefined {
  return /^(en|und)\b/.test(language) ? undefined : language;
}
