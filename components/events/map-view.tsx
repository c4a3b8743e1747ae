import { MapPicture } from "#components/events/map-picture.tsx";
import { YearsAndLanesForm } from "#components/events/years-and-lanes-form.tsx";
import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { CheckboxField } from "#components/ui/field.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EventsByPlace, PlaceWithEvents } from "#lib/events/data-map.ts";
import { mapPath, type MapQuery } from "#lib/events/schema-map.ts";
import { drawWorldMap, MAP_VIEWS } from "#lib/events/world-map.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./map-view.module.css";

/** How many places the table has beside the map. */
const PLACES_LISTED = 25;

/** Events by place: two maps, and beside them a table that says the same. */
export function MapView({ query, view }: { query: MapQuery; view: EventsByPlace }) {
  const { places, total, unplacedCount, chosen } = view;
  const isNarrowed = mapPath({ ...query, place: undefined, within: 0 }) !== "/map";
  return (
    <>
      <PageHeading
        title="Map"
        lead="Where it happened: events by place. Each mark says how many there are, and leads to them."
      />
      <YearsAndLanesForm action="/map" label="Narrow the map" query={query} isNarrowed={isNarrowed}>
        <CheckboxField
          id="only"
          name="only"
          value="meetings"
          defaultChecked={query.only === "meetings"}
          label="Meetings only"
        />
      </YearsAndLanesForm>
      {total === 0 ? (
        <EmptyState title="Nothing in the archive meets all of this." />
      ) : (
        <MainAndAside label="Places" aside={<Places places={places} query={query} />}>
          {MAP_VIEWS.map((each) => (
            <MapPicture key={each} map={drawWorldMap(each, places)} query={query} />
          ))}
          <p className={styles.note} role="status">
            {counted(total, "event")} in {counted(places.length, "place")}
            {unplacedCount > 0 &&
              `; ${unplacedCount} of them have no one point: calls, what was done in several places, what is not known`}
            .
          </p>
          {chosen && <Chosen chosen={chosen} query={query} />}
        </MainAndAside>
      )}
    </>
  );
}

type ChosenProps = { chosen: NonNullable<EventsByPlace["chosen"]>; query: MapQuery };

function Chosen({ chosen: { name, total, entries }, query }: ChosenProps) {
  const around = query.within > 0 ? ` and within ${query.within} km` : "";
  return (
    <Section
      id="events"
      title={`${name}${around}`}
      aside={<a href={mapPath(query, { place: undefined, within: 0 })}>All places</a>}
    >
      {entries.length === 0 && <EmptyState title="No event of this choice happened there." />}
      <EntryList label={`Events: ${name}${around}`}>
        {entries.map((entry) => (
          <TimelineEntryLine key={entry.id} entry={entry} />
        ))}
      </EntryList>
      {entries.length < total && (
        <p className={styles.note}>
          The latest {entries.length} of {total}; narrow the years to see others.
        </p>
      )}
    </Section>
  );
}

type PlacesProps = { places: readonly PlaceWithEvents[]; query: MapQuery };

function Places({ places, query }: PlacesProps) {
  const columns: readonly Column<PlaceWithEvents>[] = [
    {
      key: "place",
      heading: "Place",
      cell: ({ name, country }) => (
        <>
          <a href={`${mapPath(query, { place: name, within: 0 })}#events`}>{name}</a>{" "}
          {country !== name && <span className={styles.country}>{country}</span>}
        </>
      ),
    },
    {
      key: "years",
      heading: "Years",
      cell: (place) => <span className={styles.years}>{yearsOf(place)}</span>,
    },
    { key: "count", heading: "Events", cell: ({ count }) => count, isFigure: true },
  ];
  const shown = places.slice(0, PLACES_LISTED);
  const rest = places.length - shown.length;
  return (
    <DataTable
      caption={
        rest > 0 ? `The ${shown.length} places with most events of ${places.length}` : "Places"
      }
      columns={columns}
      rows={shown}
      keyOf={({ name, country }) => `${name} ${country}`}
    />
  );
}

function yearsOf({ firstDay, lastDay }: PlaceWithEvents): string {
  const [first, last] = [firstDay.slice(0, 4), lastDay.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
