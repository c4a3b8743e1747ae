import type { Metadata } from "next";
import { CommitmentTable } from "#components/admin/commitments/commitment-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listCommitmentsForAdmin } from "#lib/commitments/data-admin.ts";

export const metadata: Metadata = { title: "Commitments" };

export default async function CommitmentsAdminPage() {
  await requirePageRole("editor");
  const commitments = await listCommitmentsForAdmin();
  return (
    <>
      <PageHeading title="Commitments">
        <p>
          <ButtonLink href="/admin/commitments/new" tone="primary">
            Add a commitment
          </ButtonLink>
        </p>
      </PageHeading>
      <CommitmentTable commitments={commitments} />
    </>
  );
}
