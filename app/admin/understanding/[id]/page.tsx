import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stack } from "#components/admin/shell/stack.tsx";
import { ChangeList } from "#components/admin/understanding/change-list.tsx";
import { RunButtons } from "#components/admin/understanding/run-buttons.tsx";
import { RunFacts, RunNotices } from "#components/admin/understanding/run-notices.tsx";
import { RunStatus } from "#components/admin/understanding/run-status.tsx";
import { kindWords } from "#components/admin/understanding/run-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { CHANGE_PAGE_SIZE, getRun, listChanges } from "#lib/understanding/data.ts";
import { runIdSchema, runPageSchema } from "#lib/understanding/schema.ts";

export const metadata: Metadata = { title: "Understanding" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RunPage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const id = runIdSchema.safeParse((await params).id);
  const { page } = runPageSchema.parse(await searchParams);
  const run = id.success ? await getRun(id.data) : null;
  if (!run) notFound();
  const { items, total } = await listChanges(run.id, page);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Understanding", href: "/admin/understanding" }]} />
      <PageHeading title={kindWords(run)} lead={<RunFacts run={run} />} />
      <Stack>
        <RunNotices run={run} shown={total} />
        <RunStatus progress={run} />
        <RunButtons run={run} />
        {items.length > 0 && <ChangeList changes={items} label="Articles" />}
        <Pagination
          page={page}
          pageCount={Math.ceil(total / CHANGE_PAGE_SIZE)}
          hrefFor={(to) => `/admin/understanding/${run.id}?page=${to}`}
          label="Articles"
        />
      </Stack>
    </>
  );
}
