import { LaneTags } from "#components/timeline/lane-tags.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmbedFrame } from "#components/ui/embed-frame.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { EventDetails } from "#lib/events/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./event-embed.module.css";

/** An event in another site's frame: when, what, who, and on how much it rests. */
export function EventEmbed({ event }: { event: EventDetails }) {
  const { title, date, placeName, lanes, participants, facts, sources, path, verification } = event;
  return (
    <EmbedFrame
      title={title}
      kicker={[formatEdtf(date), placeName].filter(Boolean).join(" · ")}
      href={path}
      more={`${counted(sources.length, "source")} in The Diplomacy Archive`}
    >
      <div className={styles.marks}>
        <LaneTags lanes={lanes} />
        {verification === "to_verify" && <Badge tone="unsure">○ to be verified</Badge>}
      </div>
      {facts[0] && <p>{facts[0]}</p>}
      {participants.length > 0 && (
        <p className={styles.who}>
          With{" "}
          {participants.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(", ")}.
        </p>
      )}
    </EmbedFrame>
  );
}
