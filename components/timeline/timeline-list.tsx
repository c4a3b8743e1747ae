import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { monthName } from "#lib/dates/calendar-day.ts";
import type { TimelineLine } from "#lib/timeline/types.ts";
import styles from "./timeline-list.module.css";

/** Entries under headings for their years and months; each line gives the day. */
export function TimelineList({ entries }: { entries: readonly TimelineLine[] }) {
  const years = groupBy(entries, (entry) => entry.startsOn.slice(0, 4));
  return years.map(([year, inYear]) => (
    <section key={year} aria-labelledby={`y${year}`} className={styles.year}>
      <h2 id={`y${year}`} className={styles.yearHeading}>
        <a href={`/${year}`}>{Number(year)}</a>
      </h2>
      {groupBy(inYear, (entry) => entry.startsOn.slice(5, 7)).map(([month, inMonth]) => (
        <section key={month} aria-labelledby={`m${year}${month} y${year}`} className={styles.month}>
          <h3 id={`m${year}${month}`} className={styles.monthHeading}>
            <a href={`/${year}/${month}`}>{monthName(Number(month))}</a>
          </h3>
          <EntryList>
            {inMonth.map((entry) => (
              <TimelineEntryLine key={entry.path} entry={entry} />
            ))}
          </EntryList>
        </section>
      ))}
    </section>
  ));
}

/** Runs of neighbours that share a key, in their order. */
function groupBy(
  entries: readonly TimelineLine[],
  keyOf: (entry: TimelineLine) => string,
): [key: string, entries: TimelineLine[]][] {
  const groups: [string, TimelineLine[]][] = [];
  for (const entry of entries) {
    const key = keyOf(entry);
    const last = groups.at(-1);
    if (last?.[0] === key) last[1].push(entry);
    else groups.push([key, [entry]]);
  }
  return groups;
}
