import type { Metadata } from "next";
import { ArrivalForm } from "#components/admin/articles/arrival-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Add articles" };

export default async function NewArticlePage() {
  await requirePageRole("editor");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Articles", href: "/admin/articles" }]} />
      <PageHeading
        title="Add articles"
        lead="The bytes are kept as they come. What the archive reads in them is shown next to them, to be corrected before anything is public."
      />
      <ArrivalForm />
    </>
  );
}
