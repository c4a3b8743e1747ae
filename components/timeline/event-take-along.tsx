import { EmbedCode } from "#components/timeline/embed-code.tsx";
import { FileLinks } from "#components/ui/file-links.tsx";
import type { EventEntry } from "#lib/events/types.ts";
import { EVENT_FRAME } from "#lib/exchange/embed-frame.ts";
import styles from "./take-along.module.css";

/** What an event is offered as for use elsewhere. */
export function EventTakeAlong({ event: { id, title, path } }: { event: EventEntry }) {
  const files = [{ href: `${path}/event.ics`, label: "Calendar entry (iCalendar)" }];
  return (
    <div className={styles.ways}>
      <FileLinks label="Take along" files={files} />
      <EmbedCode frame={{ path: `/embed/events/${id}`, title, ...EVENT_FRAME }} />
    </div>
  );
}
