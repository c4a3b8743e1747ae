import { ArticleBody } from "#components/article/article-body.tsx";
import { ArticleFacts } from "#components/article/article-facts.tsx";
import { ArticleHeader } from "#components/article/article-header.tsx";
import { ArticleNeighbours } from "#components/article/article-neighbours.tsx";
import { ArticleReference } from "#components/article/article-reference.tsx";
import { MoreLikeThis } from "#components/article/more-like-this.tsx";
import type { TopicReasons } from "#lib/articles/data-reasons.ts";
import type {
  Article,
  ArticleNeighbours as Neighbours,
  RelatedArticles,
} from "#lib/articles/types.ts";
import styles from "./article-view.module.css";

type ArticleViewProps = {
  article: Article;
  /** Plain text with permalink and access date; a draft has none. */
  citation?: string;
  /** Why it is thought to be about its topics. */
  reasons?: TopicReasons;
  related?: RelatedArticles;
  neighbours?: Neighbours;
};

/** A whole article as readers see it. */
export function ArticleView(props: ArticleViewProps) {
  const { article, citation, reasons = {}, related, neighbours } = props;
  return (
    <article className={styles.article}>
      <ArticleHeader article={article} />
      <ArticleBody article={article} />
      <div className={styles.after}>
        <ArticleFacts article={article} reasons={reasons} />
        {related && <MoreLikeThis related={related} />}
        {citation && <ArticleReference article={article} citation={citation} />}
      </div>
      {neighbours && <ArticleNeighbours {...neighbours} />}
    </article>
  );
}
