import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftBanner } from "#components/admin/articles/draft-banner.tsx";
import { ArticleView } from "#components/article/article-view.tsx";
import { getArticlePreview } from "#lib/articles/data-article.ts";
import { listTopicReasons } from "#lib/articles/data-reasons.ts";
import { getAdminLine } from "#lib/articles/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Preview" };

type Props = { params: Promise<{ id: string }> };

export default async function PreviewPage({ params }: Props) {
  await requirePageRole("editor");
  const { id } = await params;
  const line = await getAdminLine(id);
  const article = line && (await getArticlePreview(id));
  if (!article) notFound();
  const reasons = await listTopicReasons(article.paragraphs.map(({ text }) => text));
  return (
    <>
      <DraftBanner article={line} />
      <ArticleView article={article} reasons={reasons} />
    </>
  );
}
