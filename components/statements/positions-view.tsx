import { PositionsForm } from "#components/statements/positions-form.tsx";
import { PositionsSlider } from "#components/statements/positions-slider.tsx";
import { PositionsTable } from "#components/statements/positions-table.tsx";
import { Problems } from "#components/statements/problems.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { ParsedPositions } from "#lib/statements/positions-query.ts";
import type { Positions } from "#lib/statements/types-positions.ts";

type PositionsViewProps = { asked: ParsedPositions; positions: Positions };

/** Who held what on which topic, on a day: in their own words, or nothing. */
export function PositionsView({ asked, positions }: PositionsViewProps) {
  const { query, written } = asked;
  const { columns, rows, days } = positions;
  const addressed = { ...query, on: written.on ? query.on : null };
  return (
    <>
      <PageHeading
        title="Positions"
        lead="The latest that each of them is archived to have said on a topic, on or before a day. What is not archived is not guessed at."
      />
      <Problems problems={[...asked.problems, ...positions.problems]} />
      <PositionsSlider query={addressed} on={query.on} days={days} />
      <PositionsForm asked={asked} positions={positions} />
      {rows.length > 0 && columns.length > 0 ? (
        <PositionsTable
          columns={columns}
          rows={rows}
          caption={captionOf(asked)}
          confirmedOnly={query.confirmedOnly}
        />
      ) : (
        <EmptyState title="Nothing archived.">
          <p>
            {query.confirmedOnly
              ? "Nothing of this has been confirmed yet; suggested statements are left out."
              : "None of these people is archived to have said anything on a topic."}
          </p>
        </EmptyState>
      )}
      <p>
        <a href="/check">Check a quotation</a>
      </p>
    </>
  );
}

function captionOf({ query: { on, compare, confirmedOnly } }: ParsedPositions): string {
  const second = compare && "day" in compare && compare.day !== on ? compare.day : null;
  const days = [on, ...(second ? [second] : [])].sort().map((day) => formatDay(day));
  const which = confirmedOnly ? "Latest confirmed statements" : "Latest statements";
  return `${which} on or before ${days.join(" and ")}`;
}
