import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionDiff } from "#components/admin/articles/revision-diff.tsx";
import { RevisionList } from "#components/admin/articles/revision-list.tsx";
import { VersionList } from "#components/admin/versions/version-list.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getAdminLine, getRevision, listRevisions } from "#lib/articles/data-admin.ts";
import { getFieldNames } from "#lib/articles/data-field-names.ts";
import { listVersions } from "#lib/articles/data-versions-admin.ts";
import { revisionPairSchema } from "#lib/articles/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Revisions" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RevisionsPage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const { id } = await params;
  const article = await getAdminLine(id);
  if (!article) notFound();
  const { to = article.version, from = Math.max(1, to - 1) } = revisionPairSchema.parse(
    await searchParams,
  );
  const [revisions, before, after, versions] = await Promise.all([
    listRevisions(id),
    getRevision(id, from),
    getRevision(id, to),
    listVersions(id),
  ]);
  const states = [before, after].flatMap((revision) => revision?.fields ?? []);
  const names = await getFieldNames(states);
  const headline = article.headline ?? "No headline yet";
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Articles", href: "/admin/articles" },
          { label: headline, href: `/admin/articles/${id}` },
        ]}
      />
      <PageHeading title="Revisions" lead={headline} />
      <RevisionList articleId={id} revisions={revisions} from={from} to={to} />
      <VersionList articleId={id} versions={versions} />
      {before && after && <RevisionDiff {...{ article, before, after, names }} />}
    </>
  );
}
