import type { Metadata } from "next";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { outletFormFields } from "#components/admin/outlets/outlet-form-fields.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { addOutletAction } from "#lib/outlets/actions.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Add an outlet" };

export default async function NewOutletPage() {
  await requirePageRole("editor");
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Outlets", href: "/admin/outlets" }]} />
      <PageHeading title="Add an outlet" lead="Its address is made from the name and then stays." />
      <ActionForm
        action={addOutletAction}
        fields={outletFormFields(await listTopicRefs())}
        submit="Add"
      />
    </>
  );
}
