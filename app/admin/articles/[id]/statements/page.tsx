import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleStatementsView } from "#components/admin/statements/article-statements.tsx";
import { KnownSpeakers } from "#components/admin/statements/known-speakers.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listActorChoices } from "#lib/actors/data-names.ts";
import { articleIdSchema } from "#lib/articles/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getArticleStatements } from "#lib/statements/data-article-statements.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Statements of an article" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ marked?: string }> };

export default async function ArticleStatementsPage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const id = articleIdSchema.safeParse((await params).id);
  const [found, actors, topics] = await Promise.all([
    id.success ? getArticleStatements(id.data) : null,
    listActorChoices(),
    listTopicRefs(),
  ]);
  if (!found) notFound();
  const { article } = found;
  const headline = article.headline ?? "No headline yet";
  const crumbs = [
    { label: "Articles", href: "/admin/articles" },
    { label: headline, href: `/admin/articles/${article.id}` },
  ];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <PageHeading title="Statements" lead={`Who says what in “${headline}”.`} />
      <ArticleStatementsView found={found} topics={topics} marked={(await searchParams).marked} />
      <KnownSpeakers actors={actors} />
    </>
  );
}
