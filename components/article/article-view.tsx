import { ArticleBody } from "#components/article/article-body.tsx";
import { ArticleEntry } from "#components/article/article-entry.tsx";
import { ArticleFacts } from "#components/article/article-facts.tsx";
import { ArticleHeader } from "#components/article/article-header.tsx";
import { ArticleNeighbours } from "#components/article/article-neighbours.tsx";
import { ArticleReference } from "#components/article/article-reference.tsx";
import { MatchBar } from "#components/article/match-bar.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { TopicReasons } from "#lib/articles/data-reasons.ts";
import type {
  Article,
  ArticleLine,
  ArticleMatches,
  ArticleNeighbours as Neighbours,
} from "#lib/articles/types.ts";
import styles from "./article-view.module.css";

type ArticleViewProps = {
  article: Article;
  /** Plain text with permalink and access date; a draft has none. */
  citation?: string;
  /** Why it is thought to be about its topics. */
  reasons?: TopicReasons;
  related?: readonly ArticleLine[];
  neighbours?: Neighbours;
  /** Where the search that led here matches. */
  matches?: ArticleMatches | null;
};

/** A whole article as readers see it. */
export function ArticleView(props: ArticleViewProps) {
  const { article, citation, reasons = {}, related = [], neighbours, matches } = props;
  return (
    <article className={styles.article}>
      {matches && <MatchBar matches={matches} path={article.path} />}
      <ArticleHeader article={article} matches={matches ?? undefined} />
      <ArticleBody article={article} matches={matches ?? undefined} />
      <div className={styles.after}>
        <ArticleFacts article={article} reasons={reasons} />
        {related.length > 0 && (
          <Section title="Related" id="related">
            <EntryList>
              {related.map((line) => (
                <ArticleEntry key={line.id} article={line} />
              ))}
            </EntryList>
          </Section>
        )}
        {citation && <ArticleReference article={article} citation={citation} />}
      </div>
      {neighbours && <ArticleNeighbours {...neighbours} />}
    </article>
  );
}
