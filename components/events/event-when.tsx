import { Section } from "#components/ui/section.tsx";
import type { EventDetails } from "#lib/events/types.ts";
import { whenInWords } from "#lib/events/when-words.ts";
import { EventMap } from "./event-map.tsx";
import styles from "./event-when.module.css";

/** When and where, in words and as recorded; what is not known is said. */
export function EventWhen({ event }: { event: EventDetails }) {
  const { known, unknown } = whenInWords(event.date);
  return (
    <Section id="when" title="When and where">
      <dl className={styles.list}>
        <dt>When</dt>
        <dd>
          {known} <code title="Extended Date/Time Format, ISO 8601-2">{event.date}</code>
          {unknown && <span className={styles.unknown}>{unknown}</span>}
        </dd>
        <dt>Where</dt>
        <dd>
          <Place event={event} />
        </dd>
      </dl>
      <EventMap event={event} />
    </Section>
  );
}

function Place({ event: { placeName, placeCountry, latitude } }: { event: EventDetails }) {
  const named = [placeName, placeName?.includes(placeCountry ?? "") ? null : placeCountry];
  const words = named.filter(Boolean).join(", ");
  if (!words) return <span className={styles.unknown}>The place is not recorded.</span>;
  return (
    <>
      {placeName && latitude !== null ? (
        <a href={`/map?place=${encodeURIComponent(placeName)}#events`}>{words}</a>
      ) : (
        words
      )}
      {latitude === null && (
        <span className={styles.unknown}>No point on a map is recorded for it.</span>
      )}
    </>
  );
}
