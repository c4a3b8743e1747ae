import type { Metadata } from "next";
import { BeginButtons } from "#components/admin/understanding/run-buttons.tsx";
import { RunTable } from "#components/admin/understanding/run-table.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listRuns, RUN_PAGE_SIZE } from "#lib/understanding/data.ts";
import { runPageSchema } from "#lib/understanding/schema.ts";

export const metadata: Metadata = { title: "Understanding" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UnderstandingPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const { page } = runPageSchema.parse(await searchParams);
  const { items, total } = await listRuns(page);
  return (
    <>
      <PageHeading
        title="Understanding"
        lead="Every article, gone through again by what topics and people are now, in the background. Suggestions are made anew; what a person confirmed or rejected stays."
      />
      <Stack>
        <BeginButtons />
        {total === 0 ? (
          <EmptyState title="The archive was not understood anew yet" />
        ) : (
          <RunTable runs={items} />
        )}
        <Pagination
          page={page}
          pageCount={Math.ceil(total / RUN_PAGE_SIZE)}
          hrefFor={(to) => `/admin/understanding?page=${to}`}
          label="Runs"
        />
      </Stack>
    </>
  );
}
