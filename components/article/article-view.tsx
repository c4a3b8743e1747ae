import { ArticleBody } from "#components/article/article-body.tsx";
import { ArticleFacts } from "#components/article/article-facts.tsx";
import { ArticleHeader } from "#components/article/article-header.tsx";
import { ArticleNeighbours } from "#components/article/article-neighbours.tsx";
import { ArticleReference } from "#components/article/article-reference.tsx";
import { MatchBar } from "#components/article/match-bar.tsx";
import { MoreLikeThis } from "#components/article/more-like-this.tsx";
import type { TopicReasons } from "#lib/articles/data-reasons.ts";
import type {
  Article,
  ArticleMatches,
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
  /** Where the search that led here matches. */
  matches?: ArticleMatches | null;
};

/** A whole article as readers see it. */
export function ArticleView(props: ArticleViewProps) {
  const { article, citation, reasons = {}, related, neighbours, matches } = props;
  return (
    <article className={styles.article}>
      {matches && <MatchBar matches={matches} path={article.path} />}
      <ArticleHeader article={article} matches={matches ?? undefined} />
      <ArticleBody article={article} matches={matches ?? undefined} />
      <div className={styles.after}>
        <ArticleFacts article={article} reasons={reasons} />
        {related && <MoreLikeThis related={related} />}
        {citation && <ArticleReference article={article} citation={citation} />}
      </div>
      {neighbours && <ArticleNeighbours {...neighbours} />}
    </article>
  );
}
