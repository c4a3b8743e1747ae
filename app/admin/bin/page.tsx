import type { Metadata } from "next";
import { BinTable } from "#components/admin/articles/bin-table.tsx";
import { EventBinTable } from "#components/admin/events/event-bin-table.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listDeletedArticles } from "#lib/articles/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listDeletedEvents } from "#lib/events/data-admin.ts";

export const metadata: Metadata = { title: "Bin" };

export default async function BinPage() {
  await requirePageRole("editor");
  const [articles, events] = await Promise.all([listDeletedArticles(), listDeletedEvents()]);
  return (
    <>
      <PageHeading
        title="Bin"
        lead="Deleted articles and events, for 30 days. After that they end for good, with the bytes received."
      />
      <BinTable articles={articles} />
      <EventBinTable events={events} />
    </>
  );
}
