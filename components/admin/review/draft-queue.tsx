import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import type { DraftToReview } from "#lib/articles/types-admin.ts";
import styles from "./review-queue.module.css";

/** Drafts, each to be checked in its own page, since there is more to it than yes or no. */
export function DraftQueue({ drafts }: { drafts: readonly DraftToReview[] }) {
  return (
    <EntryList label="Drafts">
      {drafts.map(({ id, headline, headlineProposed, publishedOn, outlet, fileName, doubts }) => (
        <Entry
          key={id}
          href={`/admin/articles/${id}`}
          title={
            <ArticleHeadline isProposed={headline !== null && headlineProposed}>
              {headline ?? "No headline yet"}
            </ArticleHeadline>
          }
          date={publishedOn ?? ""}
          dateLabel={publishedOn ? undefined : "no date"}
          meta={outlet ?? fileName ?? undefined}
        >
          {doubts.length > 0 && (
            <ul className={styles.doubts}>
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          )}
        </Entry>
      ))}
    </EntryList>
  );
}
