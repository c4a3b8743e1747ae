import { progressWords, STATE_TONES, STATE_WORDS } from "#components/admin/batches/batch-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { BatchLine } from "#lib/batches/types.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./batches.module.css";

const COLUMNS: readonly Column<BatchLine>[] = [
  {
    key: "name",
    heading: "Batch",
    cell: ({ id, name, isDryRun }) => (
      <>
        <a href={`/admin/batches/${id}`} className={styles.name}>
          {name || "Not received yet"}
        </a>
        {isDryRun && <span className={styles.quiet}> dry run</span>}
      </>
    ),
  },
  {
    key: "state",
    heading: "State",
    cell: ({ state }) => <Badge tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Badge>,
  },
  { key: "progress", heading: "Progress", cell: (batch) => progressWords(batch) },
  {
    key: "failed",
    heading: "Failed",
    isFigure: true,
    cell: ({ counts }) => inFigures(counts.failed),
  },
  { key: "who", heading: "By", cell: ({ createdBy }) => createdBy },
  { key: "when", heading: "Begun", cell: ({ createdAt }) => <Instant at={createdAt} /> },
];

/** Batches, the newest first. */
export function BatchTable({ batches }: { batches: readonly BatchLine[] }) {
  return <DataTable caption="Imports" columns={COLUMNS} rows={batches} keyOf={({ id }) => id} />;
}
