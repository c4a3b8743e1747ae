import type { Metadata } from "next";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { actorFormFields } from "#components/admin/people/actor-form-fields.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { addActorAction } from "#lib/actors/actions.ts";
import { listActorCountries } from "#lib/actors/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Add a person, organisation or country" };

export default async function NewActorPage() {
  await requirePageRole("editor");
  const countries = await listActorCountries();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "People and organisations", href: "/admin/people" }]} />
      <PageHeading
        title="Add a person, organisation or country"
        lead="Its address is made from the name and then stays."
      />
      <ActionForm action={addActorAction} fields={actorFormFields(countries)} submit="Add" />
    </>
  );
}
