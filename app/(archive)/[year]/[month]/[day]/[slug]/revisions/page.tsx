import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { RevisionsView } from "#components/article/revisions-view.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { comparePublicRevisions, listPublicRevisions } from "#lib/articles/data-revisions.ts";
import { revisionPairSchema } from "#lib/articles/schema.ts";
import type { PublicRevision } from "#lib/articles/types.ts";
import { findArticle } from "../find-article.ts";

type Props = {
  params: Promise<{ year: string; month: string; day: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month, day, slug } = await params;
  const found = await findArticle(year, month, day, slug);
  if (found?.state !== "published") return {};
  const { headline, path } = found.article;
  // Any two revisions are one page to search engines, which show the article itself.
  return { title: `Revisions: ${headline}`, alternates: { canonical: `${path}/revisions` } };
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const { year, month, day, slug } = await params;
  const found = await findArticle(year, month, day, slug);
  if (found?.state === "moved") permanentRedirect(`${found.path}/revisions`);
  if (found?.state === "withdrawn") redirect(found.article.path);
  if (!found) return <NotFoundPage />;
  const { article } = found;
  const revisions = await listPublicRevisions(article.id);
  const pair = choosePair(revisions, revisionPairSchema.parse(await searchParams));
  const changes = await comparePublicRevisions(article, revisions, pair);
  if (!changes) return <NotFoundPage />;
  return <RevisionsView {...{ article, revisions, changes }} {...pair} />;
}

/** The latest change, unless another is asked for. */
function choosePair(revisions: readonly PublicRevision[], asked: { from?: number; to?: number }) {
  const to = asked.to ?? revisions[0]?.number ?? 1;
  const from = asked.from ?? revisions.find(({ number }) => number < to)?.number ?? to;
  return { from, to };
}
