import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ActorAdminItem, NamedActor } from "#lib/actors/data-admin.ts";
import { inFigures } from "#lib/text/counted.ts";

const NAME: Column<ActorAdminItem> = {
  key: "name",
  heading: "Name",
  cell: (actor) => <ActorLink actor={actor} />,
};

const COLUMNS: readonly Column<ActorAdminItem>[] = [
  NAME,
  { key: "kind", heading: "Kind", cell: ({ kind }) => kind },
  { key: "country", heading: "Country", cell: ({ country }) => country },
  {
    key: "mentions",
    heading: "Mentions",
    cell: ({ mentionCount }) => mentionCount,
    isFigure: true,
  },
  { key: "events", heading: "Events", cell: ({ eventCount }) => eventCount, isFigure: true },
];

const MERGED_COLUMNS: readonly Column<ActorAdminItem>[] = [
  NAME,
  { key: "kind", heading: "Kind", cell: ({ kind }) => kind },
  {
    key: "into",
    heading: "Merged into",
    cell: ({ mergedInto }) => mergedInto && <ActorLink actor={mergedInto} />,
  },
];

type ActorTableProps = { actors: readonly ActorAdminItem[]; total: number; isMerged: boolean };

/** People, organisations and countries, or those that were merged away. */
export function ActorTable({ actors, total, isMerged }: ActorTableProps) {
  if (actors.length === 0) return <EmptyState title="Nobody fits." />;
  return (
    <DataTable
      caption={`${inFigures(total)} in all; mentions include those in drafts`}
      columns={isMerged ? MERGED_COLUMNS : COLUMNS}
      rows={actors}
      keyOf={({ id }) => id}
    />
  );
}

function ActorLink({ actor }: { actor: NamedActor }) {
  return <a href={`/admin/people/${actor.id}`}>{actor.name}</a>;
}
