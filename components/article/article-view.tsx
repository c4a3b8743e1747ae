import { ArticleBody } from "#components/article/article-body.tsx";
import { ArticleEntry } from "#components/article/article-entry.tsx";
import { ArticleFacts } from "#components/article/article-facts.tsx";
import { ArticleHeader } from "#components/article/article-header.tsx";
import { ArticleNeighbours } from "#components/article/article-neighbours.tsx";
import { ArticleReference } from "#components/article/article-reference.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { TopicReasons } from "#lib/articles/data-reasons.ts";
import type { Article, ArticleLine, ArticleNeighbours as Neighbours } from "#lib/articles/types.ts";
import styles from "./article-view.module.css";

type ArticleViewProps = {
  article: Article;
  /** Plain text with permalink and access date; a draft has none. */
  citation?: string;
  /** Why it is thought to be about its topics. */
  reasons?: TopicReasons;
  related?: readonly ArticleLine[];
  neighbours?: Neighbours;
};

/** A whole article as readers see it. */
export function ArticleView(props: ArticleViewProps) {
  const { article, citation, reasons = {}, related = [], neighbours } = props;
  return (
    <article className={styles.article}>
      <ArticleHeader article={article} />
      <ArticleBody article={article} />
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
