import { paceWords } from "#components/admin/progress/pace-words.ts";
import { countWords, STATE_TONES, STATE_WORDS } from "#components/admin/understanding/run-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { RunLine } from "#lib/understanding/types.ts";

const COLUMNS: readonly Column<RunLine>[] = [
  {
    key: "when",
    heading: "Begun",
    cell: ({ id, createdAt }) => (
      <a href={`/admin/understanding/${id}`}>
        <Instant at={createdAt} />
      </a>
    ),
  },
  { key: "kind", heading: "What", cell: (run) => kindWords(run) },
  {
    key: "state",
    heading: "State",
    cell: ({ state }) => <Badge tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Badge>,
  },
  { key: "progress", heading: "Progress", cell: (run) => paceWords(run) },
  { key: "changes", heading: "Changes", cell: (run) => countWords(run.counts, run.isDryRun) },
  { key: "who", heading: "By", cell: ({ createdBy }) => createdBy },
];

/** What a run does, in a few words. */
export function kindWords({ isDryRun, about }: RunLine): string {
  if (about) return `Preview of ${about.name}`;
  return isDryRun ? "Dry run" : "Understood anew";
}

/** Runs, the newest first. */
export function RunTable({ runs }: { runs: readonly RunLine[] }) {
  return <DataTable caption="Runs" columns={COLUMNS} rows={runs} keyOf={({ id }) => id} />;
}
