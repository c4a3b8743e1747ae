import type { Metadata } from "next";
import { OutletTables } from "#components/admin/outlets/outlet-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listOutletsForAdmin } from "#lib/outlets/data-admin.ts";

export const metadata: Metadata = { title: "Outlets" };

export default async function OutletsAdminPage() {
  await requirePageRole("editor");
  const outlets = await listOutletsForAdmin();
  return (
    <>
      <PageHeading title="Outlets">
        <p>
          <ButtonLink href="/admin/outlets/new" tone="primary">
            Add an outlet
          </ButtonLink>
        </p>
      </PageHeading>
      <OutletTables outlets={outlets} />
    </>
  );
}
