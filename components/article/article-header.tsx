import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { MatchSteps } from "#components/article/match-bar.tsx";
import { MatchedText } from "#components/article/matched-text.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Article, ArticleMatches } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import styles from "./article-header.module.css";

type ArticleHeaderProps = {
  article: Article;
  /** Where a search matches, to be marked. */
  matches?: ArticleMatches;
};

/** Outlet, day, headline, standfirst and who wrote it. */
export function ArticleHeader({ article, matches }: ArticleHeaderProps) {
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
        <ArticleHeadline isProposed={article.headlineProposed}>
          <MatchedText text={article.headline} matches={matches?.headline ?? []} />
        </ArticleHeadline>
      </h1>
      {matches && <MatchSteps here={matches.headline} total={matches.total} />}
      {article.summary && (
        <p className={styles.summary} lang={foreign(article.language)}>
          <MatchedText text={article.summary} matches={matches?.summary ?? []} />
        </p>
      )}
      {matches && <MatchSteps here={matches.summary} total={matches.total} />}
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
