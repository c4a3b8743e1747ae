import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleManagement } from "#components/admin/articles/article-management.tsx";
import { MergedAway } from "#components/admin/articles/merged-away.tsx";
import { DraftHeading } from "#components/admin/draft/draft-heading.tsx";
import { ExplainedDraft } from "#components/admin/draft/explained-draft.tsx";
import { InBin } from "#components/admin/articles/in-bin.tsx";
import { getEditableArticle, getEditorChoices } from "#lib/articles/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Edit an article" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

export default async function EditArticlePage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const [article, choices] = await Promise.all([getEditableArticle(id), getEditorChoices()]);
  if (!article) notFound();
  if (article.mergedInto) return <MergedAway article={article} />;
  if (article.isInBin) return <InBin article={article} />;
  return (
    <>
      <DraftHeading article={article} done={done} />
      <ExplainedDraft article={article} choices={choices} />
      <ArticleManagement article={article} />
    </>
  );
}
