import { EntryMarker } from "#components/timeline/entry-marker.tsx";
import { LaneTags } from "#components/timeline/lane-tags.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Entry } from "#components/ui/entry-list.tsx";
import { formatDay, MONTH_NAMES } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { TimelineEntry } from "#lib/events/types.ts";
import styles from "./timeline-entry.module.css";

const MONTHS = new RegExp(MONTH_NAMES.join("|"), "g");

type TimelineEntryProps = {
  entry: TimelineEntry;
  /** False under a heading that gives the day. */
  hasDate?: boolean;
};

/** An event or an article as a dated line with its lanes. */
export function TimelineEntryLine({ entry, hasDate = true }: TimelineEntryProps) {
  const isRange = entry.type === "event" && entry.startsOn !== entry.endsOn;
  return (
    <Entry
      href={entry.path}
      title={<EntryTitle entry={entry} />}
      date={entry.startsOn}
      dateLabel={dateOf(entry)}
      hasDate={hasDate}
      marker={<EntryMarker type={entry.type} verification={entry.verification} />}
      meta={
        <>
          <span className={styles.about}>
            {!hasDate && isRange && `${dateOf(entry)} · `}
            {aboutOf(entry)}
          </span>{" "}
          <LaneTags lanes={entry.lanes} />
        </>
      }
    />
  );
}

function EntryTitle({ entry }: { entry: TimelineEntry }) {
  if (entry.type === "event" || !entry.headlineProposed) return entry.title;
  return (
    <>
      <i>{entry.title}</i> <Badge tone="unsure">proposed</Badge>
    </>
  );
}

function dateOf(entry: TimelineEntry): string {
  if (entry.type === "article" || entry.startsOn === entry.endsOn) {
    return formatDay(entry.startsOn, "short");
  }
  return formatEdtf(entry.date).replace(MONTHS, (name) => name.slice(0, 3));
}

function aboutOf(entry: TimelineEntry): string {
  if (entry.type === "article") return entry.outletName ?? "";
  const kind = entry.kind === "other" ? null : entry.kind;
  return [kind, entry.placeName].filter(Boolean).join(" · ");
}
