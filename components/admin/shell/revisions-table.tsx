import { ActionForm } from "#components/admin/form/action-form.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { EditRevision } from "#lib/db/edit-revisions.ts";
import type { FormAction } from "#lib/http/form-state.ts";

type RevisionsTableProps = {
  revisions: readonly EditRevision[];
  /** Brings back the revision whose number it is sent. */
  restore: FormAction;
  /** What names the thing; its version goes with it. */
  hidden: Readonly<Record<string, string>>;
};

/** What was saved when and by whom; each earlier state can be brought back, which is a save as well. */
export function RevisionsTable({ revisions, restore, hidden }: RevisionsTableProps) {
  const [latest] = revisions;
  const columns: readonly Column<EditRevision>[] = [
    { key: "number", heading: "No.", cell: ({ number }) => number, isFigure: true },
    {
      key: "saved",
      heading: "Saved",
      cell: ({ savedAt, savedBy, note }) => (
        <>
          <Instant at={savedAt} /> {savedBy ?? "the archive"}
          {note && `, ${note}`}
        </>
      ),
    },
    {
      key: "restore",
      heading: "Bring back",
      cell: ({ number }) =>
        number === latest?.number ? (
          "as it is"
        ) : (
          <ActionForm
            action={restore}
            hidden={{ ...hidden, number: String(number) }}
            submit="Bring back"
            about={`revision ${number}`}
            tone="plain"
            layout="inline"
          />
        ),
    },
  ];
  return (
    <DataTable
      caption="The latest first"
      columns={columns}
      rows={revisions}
      keyOf={({ number }) => String(number)}
    />
  );
}
