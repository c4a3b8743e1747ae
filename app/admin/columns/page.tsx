import type { Metadata } from "next";
import { ColumnsTables } from "#components/admin/columns/columns-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listColumnMappings } from "#lib/columns/data.ts";

export const metadata: Metadata = { title: "Remembered columns" };

export default async function ColumnsPage() {
  await requirePageRole("editor");
  const mappings = await listColumnMappings();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Imports", href: "/admin/batches" }]} />
      <PageHeading
        title="Remembered columns"
        lead="A file with the same columns, in whatever order, is read as was said for it before: sent by a form, over the API or from the command line."
      />
      <ColumnsTables mappings={mappings} />
    </>
  );
}
