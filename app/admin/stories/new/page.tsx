import type { Metadata } from "next";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { addStoryAction } from "#lib/stories/actions.ts";

export const metadata: Metadata = { title: "Begin a story" };

export default async function NewStoryPage() {
  await requirePageRole("editor");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Stories", href: "/admin/stories" }]} />
      <PageHeading
        title="Begin a story"
        lead="Its events are added next; readers see it once it is published."
      />
      <ActionForm
        action={addStoryAction}
        fields={[
          { kind: "text", name: "title", label: "Title", required: true, maxLength: 150 },
          {
            ...{ kind: "lines", name: "summary", label: "Summary", lineCount: 3 },
            hint: "A sentence or two, for the list and the head of the page.",
          },
        ]}
        submit="Begin"
      />
    </>
  );
}
