import type { Metadata } from "next";
import { BatchTable } from "#components/admin/batches/batch-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { BATCH_PAGE_SIZE, listBatches } from "#lib/batches/data.ts";
import { batchPageSchema } from "#lib/batches/schema.ts";

export const metadata: Metadata = { title: "Imports" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BatchesPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const { page } = batchPageSchema.parse(await searchParams);
  const { items, total } = await listBatches(page);
  return (
    <>
      <PageHeading
        title="Imports"
        lead="Files with any number of articles, imported in the background. The page may be left; what became of each article stays here."
      >
        <p>
          <ButtonLink href="/admin/batches/new" tone="primary">
            Import files
          </ButtonLink>{" "}
          <a href="/admin/columns">Remembered columns of tables</a>{" "}
          <a href="/admin/events/import">Import events for the timeline</a>
        </p>
      </PageHeading>
      {total === 0 ? (
        <EmptyState title="Nothing was imported yet" />
      ) : (
        <BatchTable batches={items} />
      )}
      <Pagination
        page={page}
        pageCount={Math.ceil(total / BATCH_PAGE_SIZE)}
        hrefFor={(to) => `/admin/batches?page=${to}`}
        label="Imports"
      />
    </>
  );
}
