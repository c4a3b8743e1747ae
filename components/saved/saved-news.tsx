import { ArticleEntry } from "#components/article/article-entry.tsx";
import { ChangeForm } from "#components/saved/change-form.tsx";
import { Marked } from "#components/search/search-hits.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { MAX_NEW } from "#lib/saved-searches/schema.ts";
import type { SavedNews, SavedSearch } from "#lib/saved-searches/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./saved-search.module.css";

type SavedNewsListProps = { token: string; saved: SavedSearch; news: SavedNews };

/** What is new in a saved search, and the button that takes it for seen. */
export function SavedNewsList({ token, saved, news }: SavedNewsListProps) {
  const { matches, asOf, count } = news;
  if (matches.length === 0) {
    return (
      <EmptyState title="Nothing new.">
        <p>
          What the archive publishes from now on, whatever day it is of, is shown here.{" "}
          <a href={saved.search.path}>See all that it finds</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.news}>
      <p role="status">
        <strong>{countedNew(count)}</strong>
        {count > matches.length && `, of which the last ${inFigures(matches.length)} are shown`}
      </p>
      <EntryList label="New in this search">
        {matches.map((match) => (
          <ArticleEntry
            key={match.id}
            article={match}
            title={<Marked parts={match.headlineParts} />}
          >
            {match.sentence.length > 0 && (
              <p className={styles.sentence}>
                <Marked parts={match.sentence} />
              </p>
            )}
          </ArticleEntry>
        ))}
      </EntryList>
      <ChangeForm token={token} change="see" className={styles.row}>
        <input type="hidden" name="asOf" value={asOf.until.toISOString()} />
        <input type="hidden" name="snapshot" value={asOf.snapshot} />
        <Button tone="primary">Mark all as seen</Button>
      </ChangeForm>
    </div>
  );
}

/** `3 new articles`; no more than so many are counted. */
export function countedNew(count: number): string {
  return count >= MAX_NEW
    ? `${inFigures(MAX_NEW)} or more new articles`
    : counted(count, "new article");
}
