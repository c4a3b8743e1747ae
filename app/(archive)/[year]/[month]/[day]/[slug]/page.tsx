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
import { setDocumentStatus } from "#lib/http/request-context.ts";
import { findArticle } from "./find-article.ts";

const RELATED_COUNT = 6;

type Address = { year: string; month: string; day: string; slug: string };
type Props = { params: Promise<Address> };

/** One read for the page and its metadata. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month, day, slug } = await params;
  const found = await findArticle(year, month, day, slug);
  if (found?.state === "published") return articleMetadata(found.article);
  return found?.state === "withdrawn" ? withdrawnMetadata(found.article) : {};
}

export default async function ArticlePage({ params }: Props) {
  const { year, month, day, slug } = await params;
  const found = await findArticle(year, month, day, slug);
  if (!found) return <NotFoundPage />;
  if (found.state === "moved") permanentRedirect(found.path);
  if (found.state === "withdrawn") {
    setDocumentStatus(410);
    return <WithdrawnView article={found.article} />;
  }
  const { article } = found;
  const [reasons, related, neighbours] = await Promise.all([
    listTopicReasons(article.paragraphs.map(({ text }) => text)),
    listRelatedArticles(article, RELATED_COUNT),
    getArticleNeighbours(article),
  ]);
  const baseUrl = getEnv().ARCHIVE_URL;
  const citation = citeArticle(article, baseUrl, today());
  return (
    <>
      <ArticleView {...{ article, citation, reasons, related, neighbours }} />
      <JsonLd data={toNewsArticle(article, baseUrl)} />
    </>
  );
}
