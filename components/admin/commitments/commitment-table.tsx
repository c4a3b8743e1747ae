import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { CommitmentAdminItem } from "#lib/commitments/data-admin.ts";
import { STATE_LABELS } from "#lib/commitments/overdue.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { counted } from "#lib/text/counted.ts";

const COLUMNS: readonly Column<CommitmentAdminItem>[] = [
  {
    key: "title",
    heading: "Commitment",
    cell: ({ id, title }) => <a href={`/admin/commitments/${id}`}>{title}</a>,
  },
  { key: "made", heading: "Made", cell: ({ madeOn }) => formatEdtf(madeOn) },
  { key: "due", heading: "Due", cell: ({ due }) => due && formatEdtf(due) },
  {
    key: "state",
    heading: "State",
    cell: ({ state, isWithdrawn }) =>
      isWithdrawn ? <Badge tone="danger">withdrawn</Badge> : STATE_LABELS[state],
  },
  { key: "changed", heading: "Changed", cell: ({ updatedAt }) => <Instant at={updatedAt} /> },
];

/** Every commitment, whatever its state. */
export function CommitmentTable({ commitments }: { commitments: readonly CommitmentAdminItem[] }) {
  if (commitments.length === 0) return <EmptyState title="No commitment has been recorded yet." />;
  return (
    <DataTable
      caption={counted(commitments.length, "commitment")}
      columns={COLUMNS}
      rows={commitments}
      keyOf={({ id }) => id}
    />
  );
}
