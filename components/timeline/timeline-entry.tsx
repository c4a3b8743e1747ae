import { EntryMarker } from "#components/timeline/entry-marker.tsx";
import { LaneTags } from "#components/timeline/lane-tags.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Entry } from "#components/ui/entry-list.tsx";
import { formatDay, MONTH_NAMES, monthName } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { STATE_LABELS } from "#lib/commitments/overdue.ts";
import type { TimelineLine } from "#lib/timeline/types.ts";
import styles from "./timeline-entry.module.css";

const MONTHS = new RegExp(MONTH_NAMES.join("|"), "g");

type TimelineEntryProps = {
  entry: TimelineLine;
  /** False under a heading that gives the day. */
  hasDate?: boolean;
};

/** An event, an article or a commitment as a dated line with its lanes. */
export function TimelineEntryLine({ entry, hasDate = true }: TimelineEntryProps) {
  const isRange = entry.type === "event" && entry.startsOn !== entry.endsOn;
  return (
    <Entry
      href={entry.path}
      title={<EntryTitle entry={entry} />}
      date={entry.startsOn}
      dateLabel={dateOf(entry)}
      hasDate={hasDate}
      marker={<EntryMarker type={entry.type} isHollow={isHollow(entry)} />}
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

/** What is to be verified, or nobody knows yet. */
function isHollow(entry: TimelineLine): boolean {
  if (entry.type !== "commitment") return entry.verification === "to_verify";
  return entry.state === "open" || entry.state === "overdue";
}

function EntryTitle({ entry }: { entry: TimelineLine }) {
  if (entry.type !== "article" || !entry.headlineProposed) return entry.title;
  return (
    <>
      <i>{entry.title}</i> <Badge tone="unsure">proposed</Badge>
    </>
  );
}

function dateOf(entry: TimelineLine): string {
  if (entry.type === "article" || (entry.type === "event" && entry.startsOn === entry.endsOn)) {
    return formatDay(entry.startsOn, "short");
  }
  return shortDate(entry.date);
}

function shortDate(date: string): string {
  return formatEdtf(date).replace(MONTHS, (name) =>
    monthName(MONTH_NAMES.findIndex((each) => each === name) + 1, "short"),
  );
}

function aboutOf(entry: TimelineLine): string {
  if (entry.type === "article") return entry.outletName ?? "";
  if (entry.type === "commitment") {
    const due = entry.due ? `due ${shortDate(entry.due)}` : "no day named";
    return `${due} · ${STATE_LABELS[entry.state]}`;
  }
  const kind = entry.kind === "other" ? null : entry.kind;
  return [kind, entry.placeName].filter(Boolean).join(" · ");
}
