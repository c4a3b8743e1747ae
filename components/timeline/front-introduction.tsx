import { formatDay } from "#lib/dates/calendar-day.ts";
import type { ArchiveCounts } from "#lib/events/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./front-introduction.module.css";

/** What this archive is, in a line, and how much of it there is. */
export function FrontIntroduction({ counts }: { counts: ArchiveCounts }) {
  const { articles, events, eventsToVerify, firstDay, lastDay } = counts;
  return (
    <header className={styles.introduction}>
      <h1 className={styles.line}>
        News of the diplomacy between the United Kingdom, the United States and Ukraine, each piece
        with its sources.
      </h1>
      <p className={styles.counts}>
        <a href="/articles">{counted(articles, "article")}</a> and{" "}
        <a href="/timeline">{counted(events, "event")}</a>
        {firstDay && lastDay && (
          <>
            , <time dateTime={firstDay}>{formatDay(firstDay)}</time> to{" "}
            <time dateTime={lastDay}>{formatDay(lastDay)}</time>
          </>
        )}
        .{" "}
        {eventsToVerify > 0 && (
          <a href="/about#verified">
            {inFigures(eventsToVerify)} {eventsToVerify === 1 ? "is" : "are"} still to be verified.
          </a>
        )}
      </p>
    </header>
  );
}
