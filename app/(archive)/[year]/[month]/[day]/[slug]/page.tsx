import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { ArticleView } from "#components/article/article-view.tsx";
import { WithdrawnView } from "#components/article/withdrawn-view.tsx";
import { JsonLd } from "#components/layout/json-ld.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { listTopicReasons } from "#lib/articles/data-reasons.ts";
import { listRelatedArticles } from "#lib/articles/data-related.ts";
import { getArticleNeighbours } from "#lib/articles/data.ts";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { articleMetadata, withdrawnMetadata } from "#lib/exchange/article-metadata.ts";
import { citeArticle } from "#lib/exchange/citation.ts";
import { toNewsArticle } from "#lib/exchange/news-article.ts";
import type { ReaderParameters } from "#lib/http/reader-parameters.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";
import { markedPath } from "#lib/search/search-address.ts";
import { findArticleMatches } from "#lib/search/data-matches.ts";
import { findArticle } from "./find-article.ts";

const RELATED_COUNT = 6;

type Address = { year: string; month: string; day: string; slug: string };
/** `q`: the search that led here, whose words are marked. */
type Props = { params: Promise<Address>; searchParams: Promise<ReaderParameters> };

/** One read for the page and its metadata. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { year, month, day, slug } = await params;
  const found = await findArticle(year, month, day, slug);
  const isMarked = "q" in (await searchParams);
  if (found?.state === "published") return articleMetadata(found.article, { isMarked });
  return found?.state === "withdrawn" ? withdrawnMetadata(found.article) : {};
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { year, month, day, slug } = await params;
  const { q } = await searchParams;
  const found = await findArticle(year, month, day, slug);
  if (!found) return <NotFoundPage />;
  if (found.state === "moved") permanentRedirect(markedPath(found.path, q));
  if (found.state === "withdrawn") {
    setDocumentStatus(410);
    return <WithdrawnView article={found.article} />;
  }
  const { article } = found;
  const [reasons, related, neighbours, matches] = await Promise.all([
    listTopicReasons(article.paragraphs.map(({ text }) => text)),
    listRelatedArticles(article, RELATED_COUNT),
    getArticleNeighbours(article),
    q === undefined ? null : findArticleMatches(article, q, today()),
  ]);
  const baseUrl = getEnv().ARCHIVE_URL;
  const citation = citeArticle(article, baseUrl, today());
  return (
    <>
      <ArticleView {...{ article, citation, reasons, related, neighbours, matches }} />
      <JsonLd data={toNewsArticle(article, baseUrl)} />
    </>
  );
}
