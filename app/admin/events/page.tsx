import type { Metadata } from "next";
import { EventFilterForm, EventTable } from "#components/admin/events/event-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listEventsForAdmin } from "#lib/events/data-admin.ts";
import { eventAdminPath, eventAdminQuerySchema } from "#lib/events/schema-editing.ts";

export const metadata: Metadata = { title: "Events" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventsAdminPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const query = eventAdminQuerySchema.parse(await searchParams);
  const { items, total, pageCount } = await listEventsForAdmin(query);
  return (
    <>
      <PageHeading title="Events">
        <p>
          <ButtonLink href="/admin/events/new" tone="primary">
            Add an event
          </ButtonLink>
        </p>
      </PageHeading>
      <EventFilterForm query={query} />
      <EventTable events={items} total={total} query={query} />
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => eventAdminPath({ ...query, page })}
        label="Events"
      />
    </>
  );
}
