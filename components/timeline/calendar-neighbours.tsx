import { calendarSpan, type CalendarSpan } from "#lib/events/calendar-span.ts";
import type { DayNeighbours } from "#lib/events/types.ts";
import styles from "./calendar-neighbours.module.css";

type CalendarNeighboursProps = { span: CalendarSpan; neighbours: DayNeighbours };

/** The nearest years, months or days, as the span is one, before and after it that have something. */
export function CalendarNeighbours({ span, neighbours }: CalendarNeighboursProps) {
  const previous = spanLike(span, neighbours.previous);
  const next = spanLike(span, neighbours.next);
  if (!previous && !next) return null;
  return (
    <nav aria-label="Before and after" className={styles.neighbours}>
      {previous && (
        <a href={previous.path} rel="prev">
          ← {previous.label}
        </a>
      )}
      {next && (
        <a href={next.path} rel="next">
          {next.label} →
        </a>
      )}
    </nav>
  );
}

function spanLike(span: CalendarSpan, day: string | null): CalendarSpan | null {
  const depth = span.path.split("/").length - 1;
  const [year = "", month, date] = day?.split("-").slice(0, depth) ?? [];
  return calendarSpan(year, month, date);
}
