import type { Metadata } from "next";
import { eventFormFields } from "#components/admin/events/event-form-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { addEventAction } from "#lib/events/actions-edit.ts";
import { getEventChoices } from "#lib/events/data-choices.ts";

export const metadata: Metadata = { title: "Add an event" };

export default async function NewEventPage() {
  await requirePageRole("editor");
  const choices = await getEventChoices();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Events", href: "/admin/events" }]} />
      <PageHeading
        title="Add an event"
        lead="Its address is made from the title and the month, and then stays."
      />
      <ActionForm action={addEventAction} fields={eventFormFields(choices)} submit="Add" />
    </>
  );
}
