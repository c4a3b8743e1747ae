import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventEditor } from "#components/admin/events/event-editor.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getEventForEditing } from "#lib/events/data-editor.ts";
import { eventAdminPageSchema } from "#lib/events/schema-editing.ts";

export const metadata: Metadata = { title: "Event" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EventAdminPage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const { id } = await params;
  const { find, done } = eventAdminPageSchema.parse(await searchParams);
  const event = await getEventForEditing(id, find);
  if (!event) notFound();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Events", href: "/admin/events" }]} />
      <PageHeading title={event.state.fields.title} kicker={id}>
        <a href={`/events/${id}`}>As readers see it</a>
      </PageHeading>
      <EventEditor event={event} find={find} done={done} />
    </>
  );
}
