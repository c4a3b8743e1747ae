import { PositionCell } from "#components/statements/position-cell.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { successiveHref } from "#lib/statements/positions-query.ts";
import type { PositionColumn, PositionRow, Positions } from "#lib/statements/types-positions.ts";

type PositionsTableProps = Pick<Positions, "columns" | "rows"> & {
  caption: string;
  confirmedOnly: boolean;
};

/** Topics down, actors across, each cell the latest statement on or before the column's day. */
export function PositionsTable({ columns, rows, caption, confirmedOnly }: PositionsTableProps) {
  const cellOf = (row: PositionRow, at: number) => {
    const { actor } = columns[at] as PositionColumn;
    const isLater = columns[at - 1]?.actor.id === actor.id;
    return (
      <PositionCell
        cell={row.cells[at] ?? null}
        earlier={isLater ? row.cells[at - 1] : null}
        historyHref={successiveHref({ topicId: row.topic.id, actorId: actor.id, confirmedOnly })}
      />
    );
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ topic }) => topic.id}
      columns={[
        {
          key: "topic",
          heading: "Topic",
          cell: ({ topic }) => <a href={`/topics/${topic.id}`}>{topic.label}</a>,
        },
        ...columns.map(({ actor, day }, at) => ({
          key: `${actor.id} ${day}`,
          heading: <ColumnHeading columns={columns} at={at} />,
          cell: (row: PositionRow) => cellOf(row, at),
        })),
      ]}
    />
  );
}

type ColumnHeadingProps = { columns: readonly PositionColumn[]; at: number };

/** The actor, and where an actor has two columns, the day. */
function ColumnHeading({ columns, at }: ColumnHeadingProps) {
  const { actor, day } = columns[at] as PositionColumn;
  const isOneOfTwo = columns.some((other) => other.actor.id === actor.id && other.day !== day);
  return (
    <>
      <a href={`/people/${actor.id}`}>{actor.name}</a>
      {isOneOfTwo && (
        <>
          {", "}
          <time dateTime={day}>{formatDay(day, "short")}</time>
        </>
      )}
    </>
  );
}
