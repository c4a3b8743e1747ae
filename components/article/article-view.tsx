import { ArticleBody } from "#components/article/article-body.tsx";
import { ArticleEntry } from "#components/article/article-entry.tsx";
import { ArticleFacts } from "#components/article/article-facts.tsx";
import { ArticleHeader } from "#components/article/article-header.tsx";
import { ArticleNeighbours } from "#components/article/article-neighbours.tsx";
import { ArticleReference } from "#components/article/article-reference.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Article, ArticleLine, ArticleNeighbours as Neighbours } from "#lib/articles/types.ts";
import styles from "./article-view.module.css";

type ArticleViewProps = {
  article: Article;
  /** Plain text with permalink and access date; a draft has none. */
  citation?: string;
  related?: readonly ArticleLine[];
  neighbours?: Neighbours;
};

/** A whole article as readers see it. */
export function ArticleView({ article, citation, related = [], neighbours }: ArticleViewProps) {
  return (
    <article className={styles.article}>
      <ArticleHeader article={article} />
      <ArticleBody article={article} />
      <div className={styles.after}>
        <ArticleFacts article={article} />
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
