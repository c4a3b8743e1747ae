import type { Metadata } from "next";
import { BinTable } from "#components/admin/articles/bin-table.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listDeletedArticles } from "#lib/articles/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Bin" };

export default async function BinPage() {
  await requirePageRole("editor");
  const articles = await listDeletedArticles();
  return (
    <>
      <PageHeading
        title="Bin"
        lead="Deleted articles, for 30 days. After that they end for good, with the bytes received."
      />
      <BinTable articles={articles} />
    </>
  );
}
