import type { Metadata } from "next";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listProposedVersions } from "#lib/articles/data-versions-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "New versions" };

const VERSIONS_SHOWN = 100;

export default async function VersionsPage() {
  await requirePageRole("editor");
  const versions = await listProposedVersions(VERSIONS_SHOWN);
  return (
    <>
      <PageHeading
        title="New versions"
        lead="Pages that the archive has an article of, and that have changed since: take over what changed, or set it aside."
      />
      {versions.length === 0 ? (
        <EmptyState title="No new version waits for a decision" />
      ) : (
        <DataTable
          caption="The longest waiting first"
          rows={versions}
          keyOf={({ originalId }) => originalId}
          columns={[
            {
              key: "article",
              heading: "Article",
              cell: ({ articleId, originalId, headline }) => (
                <a href={`/admin/articles/${articleId}/versions/${originalId}`}>
                  {headline ?? "No headline yet"}
                </a>
              ),
            },
            { key: "outlet", heading: "Outlet", cell: ({ outlet }) => outlet ?? "" },
            { key: "status", heading: "Status", cell: ({ status }) => status },
            { key: "added", heading: "Arrived", cell: ({ addedAt }) => <Instant at={addedAt} /> },
          ]}
        />
      )}
    </>
  );
}
