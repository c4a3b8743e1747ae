import { EmbedCode } from "#components/timeline/embed-code.tsx";
import { FileLinks } from "#components/ui/file-links.tsx";
import { Section } from "#components/ui/section.tsx";
import { TIMELINE_FRAME, timelineEmbedPath } from "#lib/exchange/embed-frame.ts";
import styles from "./take-along.module.css";

const FILES = [
  ["ics", "Calendar (iCalendar)"],
  ["csv", "Table (CSV)"],
  ["timelinejs.json", "TimelineJS (JSON)"],
] as const;

/** What a timeline is offered as for use elsewhere; `path`: its own, with what it is narrowed to. */
export function TakeAlong({ path }: { path: string }) {
  const frame = { path: timelineEmbedPath(path), title: "Timeline", ...TIMELINE_FRAME };
  const files = FILES.map(([ending, label]) => ({
    href: path.replace(/^\/timeline/, `/timeline.${ending}`),
    label,
  }));
  return (
    <div className={styles.onScreen}>
      <Section id="take-along" title="Take along">
        <div className={styles.ways}>
          <FileLinks label="All events of this timeline" files={files} />
          <EmbedCode frame={frame} />
        </div>
      </Section>
    </div>
  );
}
