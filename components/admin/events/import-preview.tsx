import { Button, ButtonLink } from "#components/ui/button.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import type { EventImportPreview } from "#lib/exchange/actions.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./events.module.css";

type Row = EventImportPreview["rows"][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: "row", heading: "Row", isFigure: true, cell: ({ row }) => inFigures(row) },
  { key: "date", heading: "Date", cell: ({ date }) => date || "not read" },
  { key: "title", heading: "Title", cell: ({ title }) => title || "without a title" },
  {
    key: "problems",
    heading: "Not understood, or here already",
    cell: (row) => <Remarks row={row} />,
  },
  { key: "skip", heading: "Leave out", cell: (row) => <Choice row={row} /> },
];

type ImportPreviewProps = { preview: EventImportPreview; isSending: boolean };

/** What was understood of a file of events, row by row, and what is to be left out of it. */
export function ImportPreview({ preview, isSending }: ImportPreviewProps) {
  const { rows, left, text, name } = preview;
  const usable = rows.filter(({ isUsable }) => isUsable);
  const known = usable.filter(({ duplicate }) => duplicate !== null).length;
  return (
    <>
      <p>
        <b>{name}</b>: {counted(usable.length, "event")} of {inFigures(rows.length)} can be imported
        {known > 0 && `, ${inFigures(known)} of them perhaps in the archive already`}.{" "}
        {left.join(" ")}
      </p>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="name" value={name} />
      <DataTable
        caption="Events of the file"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ row }) => String(row)}
      />
      <div className={styles.buttons}>
        <Button
          tone="primary"
          name="intent"
          value="import"
          disabled={isSending || usable.length === 0}
        >
          Import what is not left out
        </Button>
        <ButtonLink href="/admin/events/import">Take another file</ButtonLink>
      </div>
    </>
  );
}

function Remarks({ row: { problems, duplicate } }: { row: Row }) {
  return (
    <ul className={styles.remarks}>
      {duplicate && (
        <li>
          {duplicate.isSameId
            ? "The archive has an event of this id: "
            : "On the same date, with a similar title: "}
          <a href={`/events/${duplicate.id}`}>{duplicate.title}</a>.
        </li>
      )}
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

function Choice({ row: { row, title, isUsable, duplicate } }: { row: Row }) {
  if (!isUsable) return "cannot be imported";
  return (
    <input
      type="checkbox"
      name="skip"
      value={row}
      defaultChecked={duplicate !== null}
      aria-label={`Leave out row ${row}: ${title}`}
    />
  );
}
