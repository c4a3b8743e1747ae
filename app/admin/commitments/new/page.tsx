import type { Metadata } from "next";
import { commitmentFormFields } from "#components/admin/commitments/commitment-form-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { addCommitmentAction } from "#lib/commitments/actions.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Add a commitment" };

export default async function NewCommitmentPage() {
  await requirePageRole("editor");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Commitments", href: "/admin/commitments" }]} />
      <PageHeading
        title="Add a commitment"
        lead="Readers see it at once. Its address is made from what was promised and then stays."
      />
      <ActionForm
        action={addCommitmentAction}
        fields={commitmentFormFields(await listTopicRefs())}
        submit="Add"
      />
    </>
  );
}
