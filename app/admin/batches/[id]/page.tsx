import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BatchButtons } from "#components/admin/batches/batch-buttons.tsx";
import { BatchFacts, BatchNotices } from "#components/admin/batches/batch-facts.tsx";
import { BatchItems } from "#components/admin/batches/batch-items.tsx";
import { BatchStatus } from "#components/admin/batches/batch-status.tsx";
import { BatchTables } from "#components/admin/batches/batch-tables.tsx";
import { batchPath } from "#components/admin/batches/batch-words.ts";
import { Stack } from "#components/admin/shell/stack.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getBatch, ITEM_PAGE_SIZE, listBatchItems } from "#lib/batches/data.ts";
import { listBatchTables } from "#lib/batches/data-tables.ts";
import { batchIdSchema, batchPageSchema } from "#lib/batches/schema.ts";

export const metadata: Metadata = { title: "Import" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BatchPage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const id = batchIdSchema.safeParse((await params).id);
  const query = batchPageSchema.parse(await searchParams);
  const batch = id.success ? await getBatch(id.data) : null;
  if (!batch) notFound();
  const [{ items, total }, tables] = await Promise.all([
    listBatchItems(batch.id, query),
    listBatchTables(batch.id),
  ]);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Imports", href: "/admin/batches" }]} />
      <PageHeading title={batch.name || "Not received yet"} lead={<BatchFacts batch={batch} />} />
      <Stack>
        <BatchNotices batch={batch} />
        <BatchStatus progress={batch} outcome={query.outcome} />
        <BatchButtons batch={batch} />
        <BatchTables batch={batch} tables={tables} />
        {items.length > 0 && <BatchItems batch={batch} items={items} />}
        <Pagination
          page={query.page}
          pageCount={Math.ceil(total / ITEM_PAGE_SIZE)}
          hrefFor={(page) => batchPath(batch.id, query.outcome, page)}
          label="Articles"
        />
      </Stack>
    </>
  );
}
