import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ColumnsForm } from "#components/admin/columns/columns-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getColumnMapping } from "#lib/columns/data.ts";
import { columnMappingIdSchema } from "#lib/columns/schema.ts";

export const metadata: Metadata = { title: "Remembered columns" };

type Props = { params: Promise<{ id: string }> };

export default async function ColumnMappingPage({ params }: Props) {
  await requirePageRole("editor");
  const id = columnMappingIdSchema.safeParse((await params).id);
  const mapping = id.success ? await getColumnMapping(id.data) : null;
  if (!mapping) notFound();
  if (mapping.removedAt) redirect("/admin/columns");
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Imports", href: "/admin/batches" },
          { label: "Remembered columns", href: "/admin/columns" },
        ]}
      />
      <PageHeading
        title={mapping.name}
        lead="A text is needed, and a headline or the day of publication. What was imported before stays as it was read."
      />
      <ColumnsForm mapping={mapping} />
    </>
  );
}
