import { PageHeading } from "#components/ui/page-heading.tsx";
import type { ActorPage, Office } from "#lib/actors/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import styles from "./person-heading.module.css";

const KIND_LABELS = { person: "Person", organisation: "Organisation", country: "Country" };

/** Who someone is: country, other names, and the offices held with their days. */
export function PersonHeading({ actor }: { actor: ActorPage }) {
  const { name, kind, country, description, aliases, offices, wikidataId } = actor;
  const kicker = [KIND_LABELS[kind], kind !== "country" && country].filter(Boolean).join(" · ");
  return (
    <PageHeading title={name} kicker={kicker} lead={description}>
      {offices.length > 0 && (
        <ol className={styles.offices} aria-label="Offices held">
          {offices.map((office) => (
            <li key={`${office.title} ${office.heldFrom}`} className={styles.office}>
              <span className={styles.title}>{office.title}</span>
              <span className={styles.days}>{daysOf(office)}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.more}>
        {aliases.length > 0 && `Also ${aliases.join(", ")}. `}
        {wikidataId && (
          <a href={`https://www.wikidata.org/wiki/${encodeURIComponent(wikidataId)}`}>
            Wikidata {wikidataId}
          </a>
        )}
      </p>
    </PageHeading>
  );
}

/** No end known is not the same as still held, so an open office says only when it began. */
function daysOf({ heldFrom, heldTo }: Office): string {
  if (heldFrom && heldTo) return `${formatDay(heldFrom)} to ${formatDay(heldTo)}`;
  if (heldFrom) return `from ${formatDay(heldFrom)}`;
  return heldTo ? `until ${formatDay(heldTo)}` : "days not known";
}
