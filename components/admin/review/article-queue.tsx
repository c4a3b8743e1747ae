import { ReviewItem } from "#components/admin/review/review-item.tsx";
import { verifyArticleAction } from "#lib/articles/actions-lifecycle.ts";
import type { AdminArticleLine } from "#lib/articles/types-admin.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import styles from "./review-queue.module.css";

/** Published articles that nobody has checked against their sources yet. */
export function ArticleQueue({ articles }: { articles: readonly AdminArticleLine[] }) {
  return (
    <ol className={styles.queue}>
      {articles.map(({ id, headline, publishedOn, outlet, path }) => (
        <ReviewItem
          key={id}
          title={headline ?? "No headline yet"}
          href={path ?? `/admin/articles/${id}`}
          meta={
            <>
              {publishedOn && formatDay(publishedOn)} · {outlet ?? "outlet unknown"} ·{" "}
              <a href={`/admin/articles/${id}`}>edit</a>
            </>
          }
          confirm={verifyArticleAction}
          hidden={{ articleId: id, verification: "verified" }}
        />
      ))}
    </ol>
  );
}
