import { FilterForm } from "#components/admin/vocabulary/filter-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { EventAdminItem } from "#lib/events/data-admin.ts";
import { eventAdminPath, type EventAdminQuery } from "#lib/events/schema-editing.ts";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import { counted } from "#lib/text/counted.ts";

type EventTableProps = { events: readonly EventAdminItem[]; total: number; query: EventAdminQuery };

/** Events as editors list them. */
export function EventTable({ events, total, query }: EventTableProps) {
  if (events.length === 0) return <EmptyState title="No event fits." />;
  const sortable = (sort: EventAdminQuery["sort"]) => ({
    sortHref: eventAdminPath({ ...query, sort, page: 1 }),
    sorted: query.sort === sort ? ("descending" as const) : undefined,
  });
  const columns: readonly Column<EventAdminItem>[] = [
    {
      key: "title",
      heading: "Event",
      cell: ({ id, title }) => <a href={`/admin/events/${id}`}>{title}</a>,
    },
    { key: "date", heading: "Date", cell: ({ date }) => formatEdtf(date), ...sortable("date") },
    { key: "kind", heading: "Kind", cell: ({ kind }) => kind },
    { key: "place", heading: "Place", cell: ({ placeName }) => placeName },
    {
      key: "weight",
      heading: "Weight",
      cell: ({ weight, lift }) =>
        lift === 0 ? weight : `${weight} (${lift > 0 ? "+" : "−"}${Math.abs(lift)})`,
      isFigure: true,
      ...sortable("weight"),
    },
    { key: "articles", heading: "Articles", cell: (event) => event.articleCount, isFigure: true },
    {
      key: "verified",
      heading: "State",
      cell: ({ verification }) =>
        verification === "verified" ? (
          <Badge tone="good">verified</Badge>
        ) : (
          <Badge tone="unsure">to be verified</Badge>
        ),
    },
    {
      key: "updated",
      heading: "Changed",
      cell: ({ updatedAt }) => <Instant at={updatedAt} />,
      ...sortable("updated"),
    },
  ];
  return (
    <DataTable
      caption={`${counted(total, "event")}; articles include drafts`}
      columns={columns}
      rows={events}
      keyOf={({ id }) => id}
    />
  );
}

/** Narrows the list of events; all of it stands in the address. */
export function EventFilterForm({ query }: { query: EventAdminQuery }) {
  return (
    <FilterForm>
      <TextField
        id="events-q"
        name="q"
        label="Title, place or participant contains"
        defaultValue={query.q ?? ""}
      />
      <SelectField id="events-kind" name="kind" label="Kind" defaultValue={query.kind ?? ""}>
        <option value="">all</option>
        {EVENT_KINDS.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </SelectField>
      <input type="hidden" name="sort" value={query.sort} />
    </FilterForm>
  );
}
