import type { Metadata } from "next";
import { ArticleList } from "#components/article/article-list.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { CountBars } from "#components/search/count-bars.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listArticles, listMonthCounts } from "#lib/articles/data.ts";
import { parsePageNumber } from "#lib/articles/page-number.ts";
import { toBars } from "#lib/search/histogram.ts";
import { inFigures } from "#lib/text/counted.ts";

const PAGE_SIZE = 40;

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export const metadata: Metadata = {
  title: "Articles",
  description: "Every article of the archive, newest first.",
  alternates: {
    types: { "application/atom+xml": "/feed.xml", "application/feed+json": "/feed.json" },
  },
};

export default async function ArticlesPage({ searchParams }: Props) {
  const page = parsePageNumber((await searchParams).page);
  if (!page) return <NotFoundPage />;
  const [articles, months] = await Promise.all([
    listArticles({}, { page, pageSize: PAGE_SIZE }),
    listMonthCounts({}),
  ]);
  if (articles.items.length === 0 && page > 1) return <NotFoundPage />;
  return (
    <>
      <PageHeading title="Articles" lead={`${inFigures(articles.total)}, newest first.`} />
      <CountBars
        bars={toBars(months)}
        hrefFor={({ key }) => `/${key.replace("-", "/")}`}
        label="Articles over time"
      />
      {articles.total === 0 ? (
        <EmptyState title="Nothing has been published yet." />
      ) : (
        <ArticleList
          {...{ articles, page, pageSize: PAGE_SIZE }}
          path="/articles"
          label="Articles"
        />
      )}
    </>
  );
}
