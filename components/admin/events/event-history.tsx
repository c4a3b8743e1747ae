import { AuditTable } from "#components/admin/audit/audit-table.tsx";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AuditItem } from "#lib/audit/types.ts";
import { deleteEventAction, restoreEventStateAction } from "#lib/events/actions-edit.ts";
import type { EventRevisionLine } from "#lib/events/data-admin.ts";

type EventHistoryProps = {
  eventId: string;
  version: number;
  revisions: readonly EventRevisionLine[];
  audit: readonly AuditItem[];
};

/** Every saved state with the way back to it, what was done, and the way into the bin. */
export function EventHistory({ eventId, version, revisions, audit }: EventHistoryProps) {
  const columns: readonly Column<EventRevisionLine>[] = [
    { key: "number", heading: "Version", cell: ({ number }) => number },
    { key: "saved", heading: "Saved", cell: ({ savedAt }) => <Instant at={savedAt} /> },
    { key: "by", heading: "By", cell: ({ savedBy }) => savedBy ?? "the archive" },
    { key: "note", heading: "Note", cell: ({ note }) => note },
    {
      key: "back",
      heading: "Undo",
      cell: ({ number }) =>
        number === version ? (
          "present"
        ) : (
          <ActionForm
            action={restoreEventStateAction}
            hidden={{ eventId, number: String(number) }}
            submit="Bring back"
            about={`version ${number}`}
            tone="plain"
            layout="inline"
          />
        ),
    },
  ];
  return (
    <>
      <Section id="history" title="Saved states">
        {revisions.length > 0 ? (
          <DataTable
            caption="Saved states, the latest first"
            columns={columns}
            rows={revisions}
            keyOf={({ number }) => String(number)}
          />
        ) : (
          <p>Nobody has changed it since it came into the archive.</p>
        )}
      </Section>
      <Section id="audit" title="What was done">
        <AuditTable items={audit} caption="The latest first" />
      </Section>
      <Section id="delete" title="Delete">
        <p>It goes to the bin, where no reader sees it, and can be taken out for 30 days.</p>
        <ActionForm action={deleteEventAction} hidden={{ eventId }} submit="Delete" tone="danger" />
      </Section>
    </>
  );
}
