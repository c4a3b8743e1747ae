import type { ArticleLine, ArticleNeighbours as Neighbours } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import styles from "./article-neighbours.module.css";

/** The articles before and after by date. */
export function ArticleNeighbours({ previous, next }: Neighbours) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Articles before and after" className={styles.neighbours}>
      {previous && <Neighbour article={previous} rel="prev" label="← Before" />}
      {next && <Neighbour article={next} rel="next" label="After →" />}
    </nav>
  );
}

type NeighbourProps = { article: ArticleLine; rel: "prev" | "next"; label: string };

function Neighbour({ article, rel, label }: NeighbourProps) {
  return (
    <a href={article.path} rel={rel} className={styles.link} data-rel={rel}>
      <span className={styles.label}>
        {label}, {formatDay(article.publishedOn)}
      </span>
      <span className={styles.headline}>{article.headline}</span>
    </a>
  );
}
