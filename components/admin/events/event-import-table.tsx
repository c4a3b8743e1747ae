import { ActionForm } from "#components/admin/form/action-form.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { EventImportLine } from "#lib/events/data-imports.ts";
import { redoEventImportAction, undoEventImportAction } from "#lib/exchange/actions.ts";
import { inFigures } from "#lib/text/counted.ts";

const COLUMNS: readonly Column<EventImportLine>[] = [
  { key: "name", heading: "File", cell: ({ id, name }) => <span id={id}>{name}</span> },
  { key: "when", heading: "Imported", cell: ({ importedAt }) => <Instant at={importedAt} /> },
  { key: "who", heading: "By", cell: ({ importedBy }) => importedBy ?? "command line" },
  { key: "events", heading: "Events", isFigure: true, cell: ({ events }) => inFigures(events) },
  {
    key: "remaining",
    heading: "Here now",
    isFigure: true,
    cell: ({ remaining }) => inFigures(remaining),
  },
  { key: "undo", heading: "Take back", cell: (line) => <Change line={line} /> },
];

/** Imports of events, the newest first, each to be taken back whole. */
export function EventImportTable({ imports }: { imports: readonly EventImportLine[] }) {
  return (
    <DataTable
      caption="Imports of events"
      columns={COLUMNS}
      rows={imports}
      keyOf={({ id }) => id}
    />
  );
}

function Change({ line: { id, name, undoneAt } }: { line: EventImportLine }) {
  return (
    <ActionForm
      action={undoneAt ? redoEventImportAction : undoEventImportAction}
      hidden={{ importId: id }}
      submit={undoneAt ? "Import again" : "Take back"}
      tone="plain"
      layout="inline"
      about={name}
    />
  );
}
