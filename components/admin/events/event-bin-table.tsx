import { RemovedTable } from "#components/admin/shell/removed-table.tsx";
import type { Column } from "#components/ui/data-table.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { restoreEventAction } from "#lib/events/actions-edit.ts";
import type { DeletedEventLine } from "#lib/events/data-admin.ts";

const COLUMNS: readonly Column<DeletedEventLine>[] = [
  { key: "title", heading: "Event", cell: ({ title }) => title },
  { key: "date", heading: "Date", cell: ({ date }) => formatEdtf(date) },
];

/** Events that were deleted and can still be taken out; nothing where there are none. */
export function EventBinTable({ events }: { events: readonly DeletedEventLine[] }) {
  if (events.length === 0) return null;
  return (
    <Section id="events" title="Events">
      <RemovedTable
        rows={events}
        columns={COLUMNS}
        nameOf={({ title }) => title}
        restore={restoreEventAction}
        idName="eventId"
      />
    </Section>
  );
}
