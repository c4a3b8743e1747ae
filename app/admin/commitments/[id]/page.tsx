import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitmentEditor } from "#components/admin/commitments/commitment-editor.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getCommitmentForAdmin } from "#lib/commitments/data-admin.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Commitment" };

type Props = { params: Promise<{ id: string }> };

export default async function CommitmentAdminPage({ params }: Props) {
  await requirePageRole("editor");
  const commitment = await getCommitmentForAdmin((await params).id);
  if (!commitment) notFound();
  const { id, fields } = commitment;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Commitments", href: "/admin/commitments" }]} />
      <PageHeading title={fields.title} kicker={id}>
        <a href={`/commitments/${id}`}>As readers see it</a>
      </PageHeading>
      <CommitmentEditor commitment={commitment} topics={await listTopicRefs()} />
    </>
  );
}
