import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { canChange } from "#components/admin/batches/batch-tables.tsx";
import { TablesForm } from "#components/admin/batches/tables-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getBatch } from "#lib/batches/data.ts";
import { listSampledTables } from "#lib/batches/data-tables.ts";
import { previewTables } from "#lib/batches/preview-tables.ts";
import { batchIdSchema } from "#lib/batches/schema.ts";

export const metadata: Metadata = { title: "Columns of an import" };

type Props = { params: Promise<{ id: string }> };

export default async function BatchColumnsPage({ params }: Props) {
  await requirePageRole("editor");
  const id = batchIdSchema.safeParse((await params).id);
  const batch = id.success ? await getBatch(id.data) : null;
  if (!batch) notFound();
  const tables = await listSampledTables(batch.id);
  if (!canChange(batch) || tables.length === 0) redirect(`/admin/batches/${batch.id}`);
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Imports", href: "/admin/batches" },
          { label: batch.name, href: `/admin/batches/${batch.id}` },
        ]}
      />
      <PageHeading
        title="Which column is which"
        lead="A text is needed, and a headline or the day of publication. Of several columns for one field, the first that is not empty is read. What is said here is remembered for every file with the same columns."
      />
      <TablesForm
        batchId={batch.id}
        isDryRun={batch.isDryRun}
        tables={tables}
        previews={await previewTables(tables)}
      />
    </>
  );
}
