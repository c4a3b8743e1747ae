import { ArticleEntry } from "#components/article/article-entry.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { ArticleList as Articles } from "#lib/articles/types.ts";

type ArticleListProps = {
  articles: Articles;
  page: number;
  pageSize: number;
  /** Address of the first page; the others add `?page=`. */
  path: string;
  label: string;
};

/** One page of articles, newest first, and the way to the others. */
export function ArticleList({ articles, page, pageSize, path, label }: ArticleListProps) {
  return (
    <>
      <EntryList label={label}>
        {articles.items.map((article) => (
          <ArticleEntry key={article.id} article={article}>
            {article.summary}
          </ArticleEntry>
        ))}
      </EntryList>
      <Pagination
        page={page}
        pageCount={Math.ceil(articles.total / pageSize)}
        hrefFor={(number) => (number === 1 ? path : `${path}?page=${number}`)}
        label={label}
      />
    </>
  );
}
