import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Section } from "#components/ui/section.tsx";
import { laneOfCountry } from "#lib/events/lanes.ts";
import type { EventParticipant } from "#lib/events/types.ts";
import styles from "./event-participants.module.css";

/** Who took part, each with the office or part held on that day. */
export function EventParticipants({ participants }: { participants: readonly EventParticipant[] }) {
  if (participants.length === 0) return null;
  return (
    <Section id="participants" title="Who took part">
      <ul className={styles.list}>
        {participants.map(({ actorId, name, role, country }) => {
          const lane = laneOfCountry(country);
          return (
            <li key={actorId} className={styles.participant}>
              <a href={`/people/${actorId}`} className={styles.name}>
                {name}
              </a>{" "}
              {lane && <LaneTag id={lane} />}
              {role && <span className={styles.role}>{role}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
