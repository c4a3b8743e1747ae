import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Section } from "#components/ui/section.tsx";
import { laneOfCountry } from "#lib/events/lanes.ts";
import type { EventParticipant } from "#lib/events/types.ts";
import styles from "./event-participants.module.css";

/** Who took part, each with the offices held on that day, or the part that is recorded. */
export function EventParticipants({ participants }: { participants: readonly EventParticipant[] }) {
  if (participants.length === 0) {
    return (
      <Section id="participants" title="Who took part">
        <p className={styles.role}>Nobody is recorded as taking part.</p>
      </Section>
    );
  }
  return (
    <Section id="participants" title="Who took part">
      <ul className={styles.list}>
        {participants.map(({ actorId, name, role, offices, country }) => {
          const lane = laneOfCountry(country);
          const titles = offices.length > 0 ? offices : role ? [role] : [];
          return (
            <li key={actorId} className={styles.participant}>
              <a href={`/people/${actorId}`} className={styles.name}>
                {name}
              </a>{" "}
              {lane && <LaneTag id={lane} />}
              {titles.length > 0 && <span className={styles.role}>{titles.join("; ")}</span>}
              {offices.length > 0 && role && !offices.includes(role) && (
                <span className={styles.role}>here as {role}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
